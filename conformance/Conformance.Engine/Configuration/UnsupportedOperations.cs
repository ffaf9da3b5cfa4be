using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Engine.Configuration;

/// <summary>What the configuration says the target does not implement.</summary>
/// <param name="Names">Names of operations, or globs over requirement ids.</param>
public sealed record UnsupportedOperations(ImmutableArray<string> Names)
{
    /// <summary>Where they stand in the configuration file, under their API.</summary>
    internal const string Key = "unsupported";

    /// <summary>The same in earlier files.</summary>
    internal const string EarlierKey = "gaps";

    public static readonly UnsupportedOperations None = new([]);

    /// <summary>Whether this operation is declared unsupported.</summary>
    public bool Contains(string operation) => Names.Contains(operation, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this requirement is declared unsupported, by its operation or by a glob.</summary>
    public bool Covers(string operation, string requirementId) =>
        Contains(operation) || Names.Any(n => IsGlob(n) && RequirementGlob.Matches(n, requirementId));

    /// <summary>Why this can't be declared unsupported by the API, in words that say what to do; null where it can.</summary>
    public static string? Problem(string name, KnownApi known)
    {
        var api = known.Api.Name;
        if (!IsGlob(name))
            return known.Api.Operations.Any(o => o.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
                ? null
                : $"unknown operation '{Shortened.OnALine(name)}'; expected one of {string.Join(", ", known.Api.Operations.Select(o => o.Id))}, or a glob over requirement ids";
        return known.RequirementIds.Any(id => RequirementGlob.Matches(name, id))
            ? null
            : $"no requirement of {api} matches '{Shortened.OnALine(name)}', so it declares nothing; ./run-conformance.sh list --ids --api {api} shows all ids";
    }

    private static bool IsGlob(string name) => name.Contains('/', StringComparison.Ordinal);
}
