using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>The interactions that are agreed on for each API.</summary>
public static class InteractionCatalog
{
    /// <summary>
    /// Every interaction of the API, as its target speaks it, ordered by id. The same API gives the same interactions, on
    /// every machine and at any time.
    /// </summary>
    /// <param name="api">The API; after <see cref="Api.With"/> the interactions hold its paths, names and statuses.</param>
    public static ImmutableArray<Interaction> Of(Api api) =>
        [
            .. (
                api.Name switch
                {
                    "nova-act" => NovaActInteractions.Of(api),
                    "bedrock-flows" => FlowInteractions.Of(api),
                    "pennsieve" => PennsieveInteractions.Of(api),
                    _ => [],
                }
            ).OrderBy(i => i.Id, StringComparer.Ordinal),
        ];
}
