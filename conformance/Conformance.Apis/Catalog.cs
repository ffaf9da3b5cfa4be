using Conformance.Apis.BedrockFlows;
using Conformance.Apis.NovaAct;
using Conformance.Apis.Pennsieve;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Apis;

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
