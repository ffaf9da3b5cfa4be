using Conformance.Apis.BedrockFlows;
using Conformance.Apis.NovaAct;
using Conformance.Apis.Pennsieve;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Apis;

/// <summary>The APIs that the kit can test: those that it brings along, and those of further folders.</summary>
public static class Catalog
{
    /// <summary>What is known of an API beyond its folder. Most need nothing here: an API is its folder.</summary>
    private static readonly ImmutableArray<ApiModule> Modules =
    [
        NovaActModule.Module,
        BedrockFlowsModule.Module,
        PennsieveModule.Module,
    ];

    /// <summary>Loads the schemas and plans every API.</summary>
    /// <param name="further">Requirements that another room tests, by API; null for none.</param>
    /// <param name="folders">Folders of further APIs, each with its two files, or with folders that have them.</param>
    /// <exception cref="SchemaException">A schema is refused; the message says where.</exception>
    public static ImmutableArray<PlannedApi> Load(
        Func<Api, IEnumerable<PlannedRequirement>>? further = null,
        IEnumerable<string>? folders = null
    ) =>
        [
            .. SchemaCatalog
                .With(folders ?? [])
                .Select(api =>
                    PlannedApi.Of(api, further is null ? ModuleOf(api) : ModuleOf(api) with { Further = further })
                ),
        ];

    private static ApiModule ModuleOf(Api api) =>
        Modules.FirstOrDefault(m => m.Api == api.Name) ?? ApiModule.None(api.Name);
}
