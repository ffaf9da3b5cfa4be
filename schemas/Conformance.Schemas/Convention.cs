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
}
