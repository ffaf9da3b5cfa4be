using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Bodies, and the names in them, read in other ways.</summary>
internal static class JsonInterpretations
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        ReadsBodies(
            "RejectsRepeatedMembers",
            "rejects repeated members",
            "R13",
            r => Right(Repeats(r) ? r with { Body = "["u8.ToArray() } : r)
        ),
        ReadsBodies("TakesTheFirstOfRepeatedMembers", "lets the first of repeated members win", "R13", FirstWins),
        ReadsBodies(
            "TakesHalfSurrogatePairs",
            "takes half surrogate pairs",
            "R19",
            r => Right(r with { Body = WithoutHalfSurrogatePairs(r) })
        ),
        Row(
            "TakesNamesIgnoringCase",
            "takes names that differ in case for the same",
            "R26",
            () => Twists.Correct with { NameComparer = StringComparer.OrdinalIgnoreCase }
        ),
        ReadsBodies("ReadsCommentsInJson", "reads JSON with comments and commas at the end", "R27", Lenient),
        ReadsBodies(
            "ReadsBehindAByteOrderMark",
            "reads JSON behind a byte order mark",
            "R27",
            r => Right(r.Body.Span.StartsWith(Encoding.UTF8.Preamble) ? r with { Body = r.Body[3..] } : r)
        ),
        ReadsBodies(
            "TakesUntypedBodies",
            "takes a body without content type for JSON",
            "R11",
            r =>
            {
                if (r.Headers.ContentType.Count == 0)
                    r.Headers.ContentType = "application/json";
                return Right(r);
            }
        ),
    ];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonDocumentOptions Lax = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static Variant ReadsBodies(string name, string says, string allowedBy, Func<Incoming, JsonBody> read) =>
        Row(name, says, allowedBy, () => Twists.Correct with { ReadBody = read });

    private static JsonBody Right(Incoming request) => Twists.Correct.ReadBody(request);

    private static bool Repeats(Incoming request)
    {
        if (Right(request).Rejection is not null)
            return false;
        try
        {
            using var read = JsonDocument.Parse(request.Body, Strict);
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static JsonBody FirstWins(Incoming request)
    {
        var read = Right(request);
        return read.Rejection is null
            ? new JsonBody(JsonElement.Parse(First(read.Object)!.ToJsonString()), null)
            : read;
    }

    private static JsonNode? First(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return JsonNode.Parse(value.GetRawText());
        var first = new JsonObject();
        foreach (var member in value.EnumerateObject())
            first.TryAdd(member.Name, First(member.Value));
        return first;
    }

    private static byte[] WithoutHalfSurrogatePairs(Incoming request) =>
        Encoding.UTF8.GetBytes(
            HalfSurrogatePairs.Escape().Replace(Encoding.UTF8.GetString(request.Body.Span), @"\uFFFD")
        );

    private static JsonBody Lenient(Incoming request)
    {
        try
        {
            using var read = JsonDocument.Parse(request.Body, Lax);
            return Right(request with { Body = JsonSerializer.SerializeToUtf8Bytes(read.RootElement) });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Right(request);
        }
    }
}
