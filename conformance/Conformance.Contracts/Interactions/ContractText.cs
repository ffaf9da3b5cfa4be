using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Contracts.Interactions;

/// <summary>A contract as it stands in the repository.</summary>
public static class ContractText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The contract without the versions of Pact's own parts, laid out the same way everywhere.</summary>
    /// <param name="json">A contract as Pact writes it.</param>
    public static string Normalised(string json)
    {
        var contract = JsonNode.Parse(json)!;
        (contract["metadata"] as JsonObject)?.Remove("pactRust");
        return contract.ToJsonString(Readable) + "\n";
    }
}
