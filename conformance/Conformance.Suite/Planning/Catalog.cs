using Conformance.Reports.Text;
using Conformance.Schemas;
using Conformance.Suite.Configuration;
using Conformance.Suite.Scenarios.BedrockFlows;
using Conformance.Suite.Scenarios.NovaAct;
using Conformance.Suite.Scenarios.Pennsieve;

namespace Conformance.Suite.Planning;

/// <summary>An API with all its requirements.</summary>
/// <param name="Api">The API as its schema has it, or as a target speaks it.</param>
/// <param name="Module">What the kit knows of it beyond its schema.</param>
/// <param name="Requirements">What is to be proved, ordered by id.</param>
public sealed record PlannedApi(Api Api, ApiModule Module, ImmutableArray<PlannedRequirement> Requirements)
{
    /// <summary>Every requirement of this API.</summary>
    /// <exception cref="InvalidOperationException">Schema and module do not fit.</exception>
    public static PlannedApi Of(Api api, ApiModule module) => new(api, module, Planner.Plan(api, module));

    /// <summary>The same requirements for the API as a target speaks it: conventions change no id.</summary>
    /// <exception cref="ConfigurationException">It names a convention, a fixture or a gap that nobody has.</exception>
    public PlannedApi With(ApiConfiguration configuration)
    {
        foreach (var name in configuration.Fixtures.Values.Keys)
            Refuse(
                "fixtures",
                Hanging.IsFixture(Api, name) ? null : $"unknown fixture '{Shortened.OnALine(name)}'; correct the name"
            );
        foreach (var name in configuration.Gaps.Names)
            Refuse("gaps", Gaps.Problem(name, this));
        return configuration.Conventions.IsEmpty ? this : SpokenWith(configuration.Conventions);
    }

    /// <summary>The same requirements, and no more: some may have been left out before.</summary>
    private PlannedApi SpokenWith(ImmutableDictionary<string, string> conventions)
    {
        var ids = Requirements.Select(r => r.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        var spoken = Of(AsSpoken(conventions), Module);
        return spoken with { Requirements = spoken.Requirements.RemoveAll(r => !ids.Contains(r.Requirement.Id)) };
    }

    private Api AsSpoken(ImmutableDictionary<string, string> conventions)
    {
        try
        {
            return Api.With(conventions);
        }
        catch (ArgumentException e)
        {
            throw new ConfigurationException(
                $"apis.{Api.Name}.conventions: {Shortened.OnALine(e.Message, limit: 500)}",
                e
            );
        }
    }

    private void Refuse(string key, string? problem)
    {
        if (problem is not null)
            throw new ConfigurationException($"apis.{Api.Name}.{key}: {problem}");
    }
}

/// <summary>The APIs that the kit knows: the one place where schemas and scenarios are put together.</summary>
public static class Catalog
{
    private static readonly ImmutableArray<ApiModule> Modules =
    [
        NovaActModule.Module,
        BedrockFlowsModule.Module,
        PennsieveModule.Module,
    ];

    /// <summary>Loads the embedded schemas and plans every API.</summary>
    /// <param name="further">Requirements that another room proves, by API; null for none.</param>
    /// <exception cref="SchemaException">A schema is refused; the message says where.</exception>
    public static ImmutableArray<PlannedApi> Load(Func<Api, IEnumerable<PlannedRequirement>>? further = null)
    {
        var apis = SchemaCatalog.Embedded();
        return
        [
            .. Modules
                .Select(module => further is null ? module : module with { Further = further })
                .Select(module => PlannedApi.Of(apis.First(a => a.Name == module.Api), module)),
        ];
    }
}
