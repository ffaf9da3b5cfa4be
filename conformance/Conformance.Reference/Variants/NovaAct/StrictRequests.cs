using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Requests rejected that others take, or rejected in another way.</summary>
internal static class StrictRequests
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        RespondsToEmptySegment("ReturnsForbiddenToEmptySegment", 403),
        RespondsToEmptySegment("ReturnsNotFoundToEmptySegment", 404),
        RespondsToEmptySegment("ReturnsWrongMethodToEmptySegment", 405),
        Counts("CountsUtf16Units", "UTF-16 units", text => text.Length),
        Counts("CountsBytes", "bytes", Encoding.UTF8.GetByteCount),
        Row(
            "LooksForTheDefinitionFirst",
            "looks for the definition before it looks at the body",
            "R5",
            LooksForTheDefinitionFirst
        ),
        RejectsBodies(
            "RejectsNullForOptionalMembers",
            "null for optional members",
            "R8",
            body => Members(body).Any(m => m.Value is null)
        ),
        RejectsBodies(
            "RejectsUnknownMembers",
            "unknown members",
            "R9",
            body => Members(body).Any(m => !IsKnown(m.Key))
        ),
        RejectsBodies(
            "RejectsNul",
            "NULs",
            "R19",
            body => body.ToJsonString().Contains(@"\u0000", StringComparison.Ordinal)
        ),
        RejectsBodies(
            "RejectsWhatCanBeNoBucket",
            "names that Amazon S3 gives to no bucket",
            "R42",
            body => Members(body).Any(m => m.Key == "s3BucketName" && m.Value is JsonValue v && IsNoBucket($"{v}"))
        ),
        Row(
            "RejectsLargeBodiesForTheirSize",
            "rejects bodies of more than 8 KiB with 413",
            "rfc9110",
            () =>
                Twists.Correct with
                {
                    ReadBody = r =>
                        r.Body.Length > 8 << 10 ? new JsonBody(default, TooLarge) : Twists.Correct.ReadBody(r),
                }
        ),
        ChangesRejections(
            "ReturnsUnprocessableToWhatIsNotJson",
            "responds with 422 to what is not JSON and 400 to other content types",
            "R11",
            r =>
                r.Error == "SerializationException" ? r with { Status = 422 }
                : r.Status == 415 ? r with { Status = 400 }
                : r
        ),
        ChangesRejections(
            "ReturnsUnsupportedToWhatIsNotJson",
            "responds with 415 to what is not JSON",
            "R11",
            r => r.Error == "SerializationException" ? r with { Status = 415 } : r
        ),
        TakesVersions(
            "RejectsIntegersWithAPoint",
            "rejects integers with a fraction of zero",
            json => json.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0
        ),
        TakesVersions(
            "RejectsIntegersBeyond32Bits",
            "rejects integers beyond 32 bits",
            json => json.TryGetInt32(out _)
        ),
        ChangesRejections(
            "ReturnsNotFoundToIllFormedNames",
            "responds with 404 to an ill-formed name in the path",
            "R15",
            r => r.FieldList?.Any(f => f.Name == "workflowDefinitionName") ?? false ? NoSuchDefinition : r
        ),
    ];

    private static Rejection Invalid =>
        new(400, "ValidationException", "invalid") { Members = [new("reason", "FieldValidationFailed")] };

    private static Rejection TooLarge => new(413, "RequestEntityTooLargeException", "expected a smaller body");

    private static Rejection NoSuchDefinition =>
        new(404, "ResourceNotFoundException", "no such definition")
        {
            Members = [new("resourceId", "x"), new("resourceType", "WorkflowDefinition")],
        };

    /// <summary>A path with an empty name is rejected in another way.</summary>
    private static Variant RespondsToEmptySegment(string name, int status) =>
        Row(
            name,
            $"responds with {status} to an empty segment",
            "R3",
            () =>
                Twists.Correct with
                {
                    Route = (method, target) =>
                        target.Segments.Contains("")
                            ? new Routed(null, new Rejection(status, "UnknownOperationException", "no such path"))
                            : Twists.Correct.Route(method, target),
                }
        );

    /// <summary>Lengths are counted in another unit.</summary>
    private static Variant Counts(string name, string unit, Func<string, int> length)
    {
        Member<string> Text(string member, bool isRequired, int longest) =>
            Member.Text(
                member,
                isRequired,
                v => length(v) >= 1 && length(v) <= longest ? null : "expected another length"
            );

        return Row(
            name,
            $"counts lengths in {unit}",
            "R4",
            () =>
                Twists.Correct with
                {
                    Definition = Twists.Correct.Definition with { Description = Text("description", false, 4000) },
                    Run = Twists.Correct.Run with { ModelId = Text("modelId", true, 100) },
                }
        );
    }

    private static NovaActBehaviour LooksForTheDefinitionFirst() =>
        Twists.Correct with
        {
            Handle = call =>
                call.Operation == CreateRun
                && Twists.Correct.Handle(call with { Operation = NovaActOperation.GetWorkflowDefinition })
                    is { Status: 404 } missing
                    ? missing
                    : Twists.Correct.Handle(call),
        };

    /// <summary>Bodies are rejected for what readers differ on.</summary>
    private static Variant RejectsBodies(string name, string what, string allowedBy, Func<JsonObject, bool> rejects) =>
        Row(
            name,
            $"rejects {what}",
            allowedBy,
            () =>
                Twists.Correct with
                {
                    Handle = call =>
                        call.Json() is { } body && rejects(body)
                            ? Twists.Correct.Reject(Invalid)
                            : Twists.Correct.Handle(call),
                }
        );

    /// <summary>The members of the body and of the objects in it.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonObject body) =>
        body.Select(m => m.Value).OfType<JsonObject>().Prepend(body).SelectMany(o => o);

    private static bool IsKnown(string member) =>
        member
            is "name"
                or "description"
                or "exportConfig"
                or "s3BucketName"
                or "s3KeyPrefix"
                or "modelId"
                or "clientInfo"
                or "compatibilityVersion"
                or "sdkVersion"
                or "logGroupName"
                or "clientToken";

    private static bool IsNoBucket(string name) =>
        name.Contains("..", StringComparison.Ordinal)
        || name.Contains(".-", StringComparison.Ordinal)
        || name.Contains("-.", StringComparison.Ordinal)
        || IPAddress.TryParse(name, out _) && name.Count(c => c == '.') == 3;

    /// <summary>Fewer versions are taken.</summary>
    private static Variant TakesVersions(string name, string says, Func<JsonElement, bool> takes) =>
        Row(
            name,
            says,
            "R12",
            () =>
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
                )
        );
}
