using System.Text;
using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Events in one body of JSON, whose length and octets are right for ASCII alone.</summary>
internal static class ResponseFraming
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        WritesJson(
            "CountsJsonInCharacters",
            "tells the length of its JSON in characters, so that the end is missing beyond ASCII",
            "stream/not-truncated",
            json => Encoding.UTF8.GetBytes(json)[..json.Length]
        ),
        WritesJson(
            "SendsLatin1WhereItFits",
            "sends JSON in Latin-1 where that has all its letters",
            "stream/content-type",
            json => (json.All(c => c <= 0xFF) ? Encoding.Latin1 : Encoding.UTF8).GetBytes(json)
        ),
    ];

    /// <summary>All events come as one array, with its length before it.</summary>
    private static Mutant WritesJson(string name, string says, string breaks, Func<string, byte[]> write) =>
        Row(
                name,
                says,
                [breaks],
                () =>
                    Correct with
                    {
                        Encoding = EventEncoding.JsonArray,
                        Finish = response =>
                            response.Chunks is { } parts
                                ? response with
                                {
                                    Body = write(FlowJson.Unescaped(AllOf(parts))),
                                    Chunks = null,
                                }
                                : response,
                    }
            )
            .AlsoBreaking("stream/*", "document/*", "response/*", "body/*", "robustness/well-formed-json");

    /// <summary>All events of the flows that are offered are there at once.</summary>
    private static string AllOf(IAsyncEnumerable<ReadOnlyMemory<byte>> parts) =>
        string.Concat(parts.ToBlockingEnumerable().Select(part => Encoding.UTF8.GetString(part.Span)));
}
