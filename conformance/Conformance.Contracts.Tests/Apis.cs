using Conformance.Contracts.Interactions;
using Conformance.Schemas;

namespace Conformance.Contracts.Tests;

/// <summary>The APIs that the kit knows, with what is agreed on for each.</summary>
internal static class Apis
{
    public static ImmutableArray<Api> All { get; } = SchemaCatalog.Embedded();

    public static Api Named(string name) => All.Single(a => a.Name == name);

    public static ImmutableArray<Interaction> Interactions { get; } =
    [.. All.SelectMany(a => InteractionCatalog.Of(a))];

    public static Interaction Interaction(string id) => Interactions.Single(i => i.Id == id);
}
