using System.Collections.Immutable;
using Conformance.Schemas;
using Conformance.Suite.Scenarios.NovaAct;

namespace Conformance.Suite.Planning;

/// <summary>An API with all its requirements.</summary>
public sealed record PlannedApi(Api Api, ImmutableArray<PlannedRequirement> Requirements);

/// <summary>The APIs that the kit knows: the one place where schemas and scenarios are put together.</summary>
public static class Catalog
{
    private static readonly ImmutableArray<ApiModule> Modules = [NovaActModule.Module];

    /// <summary>Loads the embedded schemas and plans every API.</summary>
    /// <exception cref="SchemaException">A schema is refused; the message says where.</exception>
    public static ImmutableArray<PlannedApi> Load()
    {
        var apis = SchemaCatalog.Embedded();
        return
        [
            .. Modules.Select(module =>
            {
                var api = apis.First(a => a.Name == module.Api);
                return new PlannedApi(api, Planner.Plan(api, module));
            }),
        ];
    }

    /// <summary>The invariants of this API's module.</summary>
    public static ImmutableArray<Invariant> InvariantsOf(string api) => Modules.First(m => m.Api == api).Invariants;
}
