using Conformance.Engine.Webhooks;
using Conformance.Generators;

namespace Conformance.Apis.Pennsieve;

/// <summary>Finds which part of a context came back changed.</summary>
internal static class ContextChange
{
    private const string Mark = "conformance";

    /// <summary>
    /// The first of the context's own members that is not what was sent; null where there is only one, or where the context
    /// as a whole is changed.
    /// </summary>
    public static JsonProperty? FirstPart(JsonValue? sent, Delivery webhook, string contextMember)
    {
        if (sent is not JsonObject { Properties: { Length: > 2 } parts })
            return null;
        if (webhook.Json()?.At(contextMember) is not JsonObject came)
            return null;
        return parts.FirstOrDefault(part => part.Name != Mark && IsChanged(part, came));
    }

    private static bool IsChanged(JsonProperty part, JsonObject came) =>
        came.Properties.LastOrDefault(p => p.Name == part.Name) is not { } there
        || JsonDifference.Between(part.Value, there.Value).Any(change => !change.IsOnlyPrecision);
}
