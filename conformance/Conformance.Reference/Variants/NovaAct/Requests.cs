using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Requests read in other ways.</summary>
internal static class Requests
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new AnswersForbiddenToEmptySegment(),
        new AnswersNotFoundToEmptySegment(),
        new AnswersWrongMethodToEmptySegment(),
        new CountsUtf16Units(),
        new CountsBytes(),
        new LooksForTheDefinitionFirst(),
        new RefusesNullForOptionalMembers(),
        new RefusesUnknownMembers(),
        new RefusesNul(),
        new RefusesWhatCanBeNoBucket(),
        new RefusesLargeBodiesForTheirSize(),
        new AnswersUnprocessableToWhatIsNotJson(),
        new AnswersUnsupportedToWhatIsNotJson(),
        new RefusesIntegersWithAPoint(),
        new RefusesIntegersBeyond32Bits(),
        new RefusesRepeatedMembers(),
        new TakesTheFirstOfRepeatedMembers(),
        new AnswersNotFoundToIllFormedNames(),
        new TakesHalfSurrogatePairs(),
        new TakesNamesIgnoringCase(),
        new ReadsCommentsInJson(),
        new ReadsBehindAByteOrderMark(),
        new TakesUntypedBodies(),
    ];

    /// <summary>The refusal of an invalid request.</summary>
    public static Refusal Invalid { get; } =
        new(400, "ValidationException", "invalid") { Members = [new("reason", "FieldValidationFailed")] };
}

/// <summary>A path with an empty name is refused in another way.</summary>
internal abstract class AnswersEmptySegment(int status) : NovaActVariant($"answers {status} to an empty segment", "R3")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Route = (method, target) =>
                target.Segments.Contains("")
                    ? new Routed(null, new Refusal(status, "UnknownOperationException", "no such path"))
                    : Twists.Correct.Route(method, target),
        };
}

internal sealed class AnswersForbiddenToEmptySegment() : AnswersEmptySegment(403);

internal sealed class AnswersNotFoundToEmptySegment() : AnswersEmptySegment(404);

internal sealed class AnswersWrongMethodToEmptySegment() : AnswersEmptySegment(405);

/// <summary>Lengths are counted in another unit.</summary>
internal abstract class Counts(string unit, Func<string, int> length)
    : NovaActVariant($"counts lengths in {unit}", "R4")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Definition = Twists.Correct.Definition with { Description = Text("description", false, 4000) },
            Run = Twists.Correct.Run with { ModelId = Text("modelId", true, 100) },
        };

    private Member<string> Text(string name, bool isRequired, int longest) =>
        Member.Text(name, isRequired, v => length(v) >= 1 && length(v) <= longest ? null : "expected another length");
}

internal sealed class CountsUtf16Units() : Counts("UTF-16 units", text => text.Length);

internal sealed class CountsBytes() : Counts("bytes", Encoding.UTF8.GetByteCount);

internal sealed class LooksForTheDefinitionFirst()
    : NovaActVariant("looks for the definition before it looks at the body", "R5")
{
    protected override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Handle = call =>
                call.Operation == CreateRun
                && Twists.Correct.Handle(call with { Operation = NovaActOperation.GetWorkflowDefinition })
                    is { Status: 404 } missing
                    ? missing
                    : Twists.Correct.Handle(call),
        };
}

/// <summary>Bodies are refused for what readers differ on.</summary>
internal abstract class RefusesBodies(string what, string reading, Func<JsonObject, bool> refuses)
    : NovaActVariant($"refuses {what}", reading)
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Handle = call =>
                call.Json() is { } body && refuses(body)
                    ? Twists.Correct.Refuse(Requests.Invalid)
                    : Twists.Correct.Handle(call),
        };

    /// <summary>The members of the body and of the objects in it.</summary>
    protected static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonObject body) =>
        body.Select(m => m.Value).OfType<JsonObject>().Prepend(body).SelectMany(o => o);
}

internal sealed class RefusesNullForOptionalMembers()
    : RefusesBodies("null for optional members", "R8", body => Members(body).Any(m => m.Value is null));

internal sealed class RefusesUnknownMembers()
    : RefusesBodies("unknown members", "R9", body => Members(body).Any(m => !Known.Contains(m.Key)))
{
    private static readonly ImmutableHashSet<string> Known =
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
}

internal sealed class RefusesNul()
    : RefusesBodies("NULs", "R19", body => body.ToJsonString().Contains(@"\u0000", StringComparison.Ordinal));

internal sealed class RefusesWhatCanBeNoBucket()
    : RefusesBodies(
        "names that Amazon S3 gives to no bucket",
        "R42",
        body => Members(body).Any(m => m.Key == "s3BucketName" && m.Value is JsonValue v && CanBeNone($"{v}"))
    )
{
    private static bool CanBeNone(string name) =>
        name.Contains("..", StringComparison.Ordinal)
        || name.Contains(".-", StringComparison.Ordinal)
        || name.Contains("-.", StringComparison.Ordinal)
        || IPAddress.TryParse(name, out _) && name.Count(c => c == '.') == 3;
}

internal sealed class RefusesLargeBodiesForTheirSize()
    : NovaActVariant("refuses bodies of more than 8 KiB with 413", "rfc9110")
{
    private static readonly Refusal TooLarge = new(413, "RequestEntityTooLargeException", "expected a smaller body");

    protected override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadBody = request =>
                request.Body.Length > 8 << 10 ? new JsonBody(default, TooLarge) : Twists.Correct.ReadBody(request),
        };
}

internal sealed class AnswersUnprocessableToWhatIsNotJson()
    : Refuses(
        "answers 422 to what is not JSON and 400 to other content types",
        r =>
            r.Error == "SerializationException" ? r with { Status = 422 }
            : r.Status == 415 ? r with { Status = 400 }
            : r,
        "R11"
    );

internal sealed class AnswersUnsupportedToWhatIsNotJson()
    : Refuses(
        "answers 415 to what is not JSON",
        r => r.Error == "SerializationException" ? r with { Status = 415 } : r,
        "R11"
    );
