using System.Text.Json.Nodes;

namespace Conformance.Contracts.Provider;

/// <summary>What an interaction looks at of a response, beside its status.</summary>
/// <param name="Fields">Names of the header fields.</param>
/// <param name="HasBody">Whether it says anything of the body.</param>
public sealed record ExpectedResponse(ImmutableArray<string> Fields, bool HasBody)
{
    /// <summary>As any version of Pact's specification writes it.</summary>
    /// <param name="interaction">The interaction as it stands in a pact.</param>
    internal static ExpectedResponse Of(JsonObject interaction)
    {
        var response = interaction["response"] as JsonObject ?? [];
        var fields = response["headers"] as JsonObject ?? [];
        // A body that is null is one too: it says that there is none.
        return new ExpectedResponse([.. fields.Select(field => field.Key)], response.ContainsKey("body"));
    }
}
