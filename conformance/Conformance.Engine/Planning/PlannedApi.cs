using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;
using Conformance.Reports.Text;
using Conformance.Schemas;

namespace Conformance.Engine.Planning;

/// <summary>An API with all its requirements.</summary>
/// <param name="Api">The API as its schema has it, or as a target speaks it.</param>
/// <param name="Module">What the kit knows of it beyond its schema.</param>
/// <param name="Requirements">What is to be tested, ordered by id.</param>
public sealed record PlannedApi(Api Api, ApiModule Module, ImmutableArray<PlannedRequirement> Requirements)
    : KnownApi(Api)
{
    public override IEnumerable<string> RequirementIds => Requirements.Select(r => r.Requirement.Id);

    /// <summary>Every requirement of this API.</summary>
    /// <exception cref="InvalidOperationException">Schema and module do not fit.</exception>
    public static PlannedApi Of(Api api, ApiModule module) => new(api, module, Planner.Plan(api, module));

    /// <summary>The same requirements for the API as a target speaks it: conventions change no id.</summary>
    /// <exception cref="ConfigurationException">It names a convention, a fixture or an unsupported operation that nobody has.</exception>
    public PlannedApi With(ApiConfiguration configuration)
    {
        foreach (var name in configuration.Fixtures.Values.Keys)
            Refuse(
                "fixtures",
                FixtureNeeds.IsFixture(Api, name)
                    ? null
                    : $"unknown fixture '{Shortened.OnALine(name)}'; correct the name"
            );
        foreach (var name in configuration.Unsupported.Names)
            Refuse(UnsupportedOperations.Key, UnsupportedOperations.Problem(name, this));
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
