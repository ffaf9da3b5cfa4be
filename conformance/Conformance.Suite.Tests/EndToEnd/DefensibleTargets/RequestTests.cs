using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.DefensibleTargets;

/// <summary>Targets that read requests in another way that the documents allow.</summary>
public sealed class RequestTests
{
    private static readonly ImmutableArray<string> Known =
    [
        "name",
        "description",
        "exportConfig",
        "clientToken",
        "modelId",
        "clientInfo",
        "logGroupName",
        "s3BucketName",
        "s3KeyPrefix",
        "compatibilityVersion",
        "sdkVersion",
    ];

    private static readonly ImmutableArray<Reading> Readings =
    [
        new("answers 403 to an empty segment (R3)", () => EmptySegment(403)),
        new("answers 404 to an empty segment (R3)", () => EmptySegment(404)),
        new("answers 405 to an empty segment (R3)", () => EmptySegment(405)),
        new("counts lengths in UTF-16 units (R4)", () => Counting(text => text.Length)),
        new("counts lengths in bytes (R4)", () => Counting(Encoding.UTF8.GetByteCount)),
        new("looks for the definition before it looks at the body (R5)", LooksForTheDefinitionFirst),
        new(
            "refuses null for optional members (R8)",
            () => RefusingWhere(body => Below(body).Any(o => o.Any(m => m.Value is null)))
        ),
        new(
            "refuses unknown members (R9)",
            () => RefusingWhere(body => Below(body).Any(o => o.Any(m => !Known.Contains(m.Key))))
        ),
        new(
            "answers 422 to what is not JSON and 400 to other content types (R11)",
            () =>
                Twists.Refusing(r =>
                    r.Error == "SerializationException" ? r with { Status = 422 }
                    : r.Status == 415 ? r with { Status = 400 }
                    : r
                )
        ),
        new(
            "answers 415 to what is not JSON (R11)",
            () => Twists.Refusing(r => r.Error == "SerializationException" ? r with { Status = 415 } : r)
        ),
        new(
            "refuses integers with a fraction of zero (R12)",
            () =>
                Versions(j =>
                    j.ValueKind == JsonValueKind.Number && j.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0
                )
        ),
        new(
            "refuses integers beyond 32 bits (R12)",
            () => Versions(j => j.ValueKind == JsonValueKind.Number && j.TryGetInt32(out _))
        ),
        new(
            "refuses repeated members (R13)",
            () =>
                Correct with
                {
                    ReadBody = r =>
                        Strict(r) ? Correct.ReadBody(r) : Correct.ReadBody(r with { Body = "["u8.ToArray() }),
                }
        ),
        new("lets the first of repeated members win (R13)", () => Correct with { ReadBody = FirstWins }),
        new(
            "answers 404 to an ill-formed name in the path (R15)",
            () => Twists.Refusing(r => IsAboutThePath(r) ? NotFound : r)
        ),
        new(
            "refuses NULs (R19)",
            () => RefusingWhere(body => body.ToJsonString().Contains("\\u0000", StringComparison.Ordinal))
        ),
        new(
            "accepts half surrogate pairs (R19)",
            () => Correct with { ReadBody = r => Correct.ReadBody(r with { Body = WholeCharacters(r) }) }
        ),
        new(
            "takes names that differ in case for the same (R26)",
            () => Correct with { NameComparer = StringComparer.OrdinalIgnoreCase }
        ),
        new("reads JSON with comments and commas at the end (R27)", () => Correct with { ReadBody = Lenient }),
        new(
            "reads JSON behind a byte order mark (R27)",
            () =>
                Correct with
                {
                    ReadBody = r =>
                        Correct.ReadBody(
                            r.Body.Span.StartsWith(Encoding.UTF8.Preamble) ? r with { Body = r.Body[3..] } : r
                        ),
                }
        ),
        new("takes a body without content type for JSON (R11)", () => Correct with { ReadBody = TakesUntyped }),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Reading.Rows(Readings);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsNotAccused(string reading) => Reading.IsNotAccused(Readings, reading);

    private static Refusal NotFound =>
        new(404, "ResourceNotFoundException", "no such definition")
        {
            Members = [new("resourceId", "x"), new("resourceType", "WorkflowDefinition")],
        };

    private static Refusal Invalid =>
        new(400, "ValidationException", "invalid") { Members = [new("reason", "FieldValidationFailed")] };

    private static bool IsAboutThePath(Refusal refusal) =>
        refusal.FieldList?.Any(f => f.Name == "workflowDefinitionName") ?? false;

    private static NovaActBehaviour EmptySegment(int status) =>
        Correct with
        {
            Route = (method, target) =>
                target.Segments.Contains("")
                    ? new Routed(null, new Refusal(status, "UnknownOperationException", "no such path"))
                    : Correct.Route(method, target),
        };

    private static NovaActBehaviour Counting(Func<string, int> length) =>
        Correct with
        {
            Definition = Correct.Definition with
            {
                Description = Member.Text("description", false, v => length(v) is >= 1 and <= 4000 ? null : "length"),
            },
            Run = Correct.Run with
            {
                ModelId = Member.Text("modelId", true, v => length(v) is >= 1 and <= 100 ? null : "length"),
            },
        };

    private static NovaActBehaviour LooksForTheDefinitionFirst() =>
        Correct with
        {
            Handle = call =>
                call.Operation == NovaActOperation.CreateWorkflowRun
                && Correct.Handle(call with { Operation = NovaActOperation.GetWorkflowDefinition })
                    is { Status: 404 } missing
                    ? missing
                    : Correct.Handle(call),
        };

    private static NovaActBehaviour RefusingWhere(Func<JsonObject, bool> isBad) =>
        Correct with
        {
            Handle = call => call.Json() is { } body && isBad(body) ? Correct.Refuse(Invalid) : Correct.Handle(call),
        };

    private static IEnumerable<JsonObject> Below(JsonObject body) =>
        body.Select(m => m.Value).OfType<JsonObject>().Prepend(body);

    private static NovaActBehaviour Versions(Func<JsonElement, bool> isTaken) =>
        Run(r =>
            r with
            {
                CompatibilityVersion = r.CompatibilityVersion with
                {
                    Kind = j => isTaken(j) ? r.CompatibilityVersion.Kind(j) : new(0, "not taken"),
                },
            }
        );

    private static bool Strict(Incoming request)
    {
        try
        {
            using var read = JsonDocument.Parse(
                request.Body,
                new JsonDocumentOptions { AllowDuplicateProperties = false }
            );
            return true;
        }
        catch (JsonException)
        {
            return !Text(request).Contains(':', StringComparison.Ordinal);
        }
    }

    private static JsonBody FirstWins(Incoming request)
    {
        var read = Correct.ReadBody(request);
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

    private static byte[] WholeCharacters(Incoming request) =>
        Encoding.UTF8.GetBytes(
            System.Text.RegularExpressions.Regex.Replace(Text(request), @"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", "\\uFFFD")
        );

    private static JsonBody Lenient(Incoming request)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
        };
        try
        {
            using var read = JsonDocument.Parse(request.Body, options);
            return Correct.ReadBody(request with { Body = JsonSerializer.SerializeToUtf8Bytes(read.RootElement) });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Correct.ReadBody(request);
        }
    }

    private static JsonBody TakesUntyped(Incoming request)
    {
        if (request.Headers.ContentType.Count == 0)
            request.Headers.ContentType = "application/json";
        return Correct.ReadBody(request);
    }

    private static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);
}
