using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Fewer versions are taken.</summary>
internal abstract class TakesVersions(string says, Func<JsonElement, bool> takes) : NovaActVariant(says, "R12")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Run(r =>
            r with
            {
                CompatibilityVersion = r.CompatibilityVersion with
                {
                    Kind = json =>
                        json.ValueKind == JsonValueKind.Number && takes(json)
                            ? r.CompatibilityVersion.Kind(json)
                            : new(0, "expected another number"),
                },
            }
        );
}

internal sealed class RefusesIntegersWithAPoint()
    : TakesVersions(
        "refuses integers with a fraction of zero",
        json => json.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0
    );

internal sealed class RefusesIntegersBeyond32Bits()
    : TakesVersions("refuses integers beyond 32 bits", json => json.TryGetInt32(out _));

/// <summary>Bodies are read in another way.</summary>
internal abstract class ReadsBodies(string says, string reading, Func<Incoming, JsonBody> read)
    : NovaActVariant(says, reading)
{
    protected sealed override NovaActBehaviour Twist() => Twists.Correct with { ReadBody = read };

    protected static JsonBody Right(Incoming request) => Twists.Correct.ReadBody(request);

    protected static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);
}

internal sealed class RefusesRepeatedMembers()
    : ReadsBodies("refuses repeated members", "R13", r => Right(Repeats(r) ? r with { Body = "["u8.ToArray() } : r))
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static bool Repeats(Incoming request)
    {
        if (Right(request).Refusal is not null)
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
}

internal sealed class TakesTheFirstOfRepeatedMembers()
    : ReadsBodies("lets the first of repeated members win", "R13", FirstWins)
{
    private static JsonBody FirstWins(Incoming request)
    {
        var read = Right(request);
        return read.Refusal is null ? new JsonBody(JsonElement.Parse(First(read.Object)!.ToJsonString()), null) : read;
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
}

internal sealed class AnswersNotFoundToIllFormedNames()
    : Refuses(
        "answers 404 to an ill-formed name in the path",
        r => r.FieldList?.Any(f => f.Name == "workflowDefinitionName") ?? false ? NotFound : r,
        "R15"
    )
{
    private static readonly Refusal NotFound = new(404, "ResourceNotFoundException", "no such definition")
    {
        Members = [new("resourceId", "x"), new("resourceType", "WorkflowDefinition")],
    };
}

internal sealed partial class TakesHalfSurrogatePairs()
    : ReadsBodies(
        "takes half surrogate pairs",
        "R19",
        r => Right(r with { Body = Encoding.UTF8.GetBytes(Surrogate().Replace(Text(r), @"\uFFFD")) })
    )
{
    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex Surrogate();
}

internal sealed class TakesNamesIgnoringCase() : NovaActVariant("takes names that differ in case for the same", "R26")
{
    protected override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            NameComparer = StringComparer.OrdinalIgnoreCase,
        };
}

internal sealed class ReadsCommentsInJson()
    : ReadsBodies("reads JSON with comments and commas at the end", "R27", Lenient)
{
    private static readonly JsonDocumentOptions Lax = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

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

internal sealed class ReadsBehindAByteOrderMark()
    : ReadsBodies(
        "reads JSON behind a byte order mark",
        "R27",
        r => Right(r.Body.Span.StartsWith(Encoding.UTF8.Preamble) ? r with { Body = r.Body[3..] } : r)
    );

internal sealed class TakesUntypedBodies()
    : ReadsBodies(
        "takes a body without content type for JSON",
        "R11",
        r =>
        {
            if (r.Headers.ContentType.Count == 0)
                r.Headers.ContentType = "application/json";
            return Right(r);
        }
    );
