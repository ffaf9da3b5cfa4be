using System.Globalization;

namespace Conformance.Schemas;

/// <summary>What no document states and the target's configuration tells: a path, a status, a member's name.</summary>
/// <param name="Name">Its name in the configuration: <c>labelMember</c>.</param>
/// <param name="Default">What holds where the configuration is silent.</param>
/// <param name="Says">What it decides, in one plain sentence.</param>
/// <param name="Source">What makes it a convention.</param>
public sealed record Convention(string Name, string Default, string Says, Citation Source)
{
    /// <summary>What holds for this target; the default unless <see cref="Api.With"/> replaced it.</summary>
    public string Value
    {
        get => field ?? Default;
        init;
    }

    /// <summary>For statuses: those that it lists; empty where it is a whole class, such as <c>4xx</c>.</summary>
    public ImmutableArray<int> Statuses =>
        [
            .. Value
                .Split(',')
                .Select(text =>
                    int.TryParse(
                        text,
                        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                        CultureInfo.InvariantCulture,
                        out var status
                    )
                        ? status
                        : 0
                )
                .Where(status => status > 0),
        ];
}
