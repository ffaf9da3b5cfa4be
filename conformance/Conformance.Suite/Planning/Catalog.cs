using System.Collections.Immutable;
using Conformance.Schemas;
using Conformance.Suite.Configuration;
using Conformance.Suite.Scenarios.NovaAct;

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

    /// <summary>The same requirements for an API as a target speaks it: conventions change no id.</summary>
    /// <param name="conventions">Values by the convention's name.</param>
    /// <exception cref="ConfigurationException">There is no such convention, or it can't take this value.</exception>
    public PlannedApi With(ImmutableDictionary<string, string> conventions)
    {
        foreach (var (name, value) in conventions)
            if (Api.ProblemWith(name, value) is { } problem)
                throw new ConfigurationException($"apis.{Api.Name}.conventions: {problem}");
        return conventions.IsEmpty ? this : Of(Api.With(conventions), Module);
    }
}

/// <summary>The APIs that the kit knows: the one place where schemas and scenarios are put together.</summary>
public static class Catalog
{
    private static readonly ImmutableArray<ApiModule> Modules = [NovaActModule.Module];

    /// <summary>Loads the embedded schemas and plans every API.</summary>
    /// <exception cref="SchemaException">A schema is refused; the message says where.</exception>
    public static ImmutableArray<PlannedApi> Load()
    {
        var apis = SchemaCatalog.Embedded();
        return [.. Modules.Select(module => PlannedApi.Of(apis.First(a => a.Name == module.Api), module))];
    }
}
