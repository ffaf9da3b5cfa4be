using Conformance.Reports.Text;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Configuration;

/// <summary>What the configuration says the target does not implement.</summary>
/// <param name="Names">Names of operations, or globs over requirement ids.</param>
public sealed record Gaps(ImmutableArray<string> Names)
{
    public static readonly Gaps None = new([]);

    /// <summary>Whether this operation is declared missing.</summary>
    public bool Contains(string operation) => Names.Contains(operation, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this requirement is declared missing, by its operation or by a glob.</summary>
    public bool Covers(string operation, string requirementId) =>
        Contains(operation) || Names.Any(n => IsGlob(n) && Selection.Matches(n, requirementId));

    /// <summary>Why this can't be a gap of the API, in words that say what to do; null where it can.</summary>
    public static string? Problem(string name, PlannedApi planned)
    {
        var api = planned.Api.Name;
        if (!IsGlob(name))
            return planned.Api.Operations.Any(o => o.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
                ? null
                : $"unknown operation '{Shortened.OnALine(name)}'; expected one of {string.Join(", ", planned.Api.Operations.Select(o => o.Id))}, or a glob over requirement ids";
        return planned.Requirements.Any(r => Selection.Matches(name, r.Requirement.Id))
            ? null
            : $"no requirement of {api} matches '{Shortened.OnALine(name)}', so it declares nothing; ./run-conformance.sh list --ids --api {api} shows all ids";
    }

    private static bool IsGlob(string name) => name.Contains('/', StringComparison.Ordinal);
}
