using Conformance.Reports;

namespace Conformance.Engine.Planning;

/// <summary>Which requirements a run is about; an empty list selects all.</summary>
/// <param name="Apis">Short names of APIs.</param>
/// <param name="Operations">Names of operations.</param>
/// <param name="Ids">Globs over requirement ids: <c>*</c> stands for any run of characters, <c>?</c> for one.</param>
public sealed record Selection(
    ImmutableArray<string> Apis,
    ImmutableArray<string> Operations,
    ImmutableArray<string> Ids
)
{
    /// <summary>Every requirement of every API.</summary>
    public static readonly Selection All = new([], [], []);

    /// <summary>Kinds of requirement, as reports count them; empty for all.</summary>
    public ImmutableArray<RequirementGroup> Groups { get; init; } = [];

    /// <summary>Whether this requirement is selected.</summary>
    public bool Includes(Requirement requirement) =>
        IncludesApi(requirement.Api)
        && (Operations.IsEmpty || Operations.Contains(requirement.Operation, StringComparer.OrdinalIgnoreCase))
        && (Groups.IsEmpty || Groups.Contains(requirement.Group))
        && (Ids.IsEmpty || Ids.Any(glob => RequirementGlob.Matches(glob, requirement.Id)));

    /// <summary>Whether anything of this API can be selected.</summary>
    public bool IncludesApi(string api) => Apis.IsEmpty || Apis.Contains(api, StringComparer.OrdinalIgnoreCase);
}
