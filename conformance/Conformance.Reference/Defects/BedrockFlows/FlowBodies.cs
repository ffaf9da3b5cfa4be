using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Bodies that are misread as text, before any member is looked at.</summary>
internal static class FlowBodies
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesWhatIsNotJsonAsInvocation(),
        new TakesNoBodyAsInvocation(),
        new TakesNullAsInvocation(),
        new TakesInvocationOutOfArray(),
        new TakesInvocationOfAnyType(),
        new DropsBrokenOctetsOfInvocation(),
        new RefusesIndentedInvocation(),
        new RefusesEscapesInInvocation(),
        new RefusesCharsetOfInvocation(),
        new FailsOnBrokenJson(),
        new FailsOnDeepInvocation(),
        new FailsOnLargeDocument(),
        new FailsOnLargeInvocation(),
        new RefusesFractions(),
        new RefusesEmojis(),
    ];

    public static readonly byte[] Standing = Encoding.UTF8.GetBytes(
        $$"""{"inputs":[{{FlowInputs.Standing().ToJsonString()}}]}"""
    );

    public static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);

    public static bool IsJson(Incoming request) =>
        FlowTwists.Correct.ReadBody(request).Refusal?.Error != "SerializationException";
}

/// <summary>The request is changed before its body is read.</summary>
internal abstract class ReadsBodies(string says, Func<Incoming, Incoming> change, params ImmutableArray<string> breaks)
    : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            ReadBody = request => FlowTwists.Correct.ReadBody(change(request)),
        };

    protected static Func<Incoming, Incoming> Taking(Func<Incoming, bool> takes) =>
        request => takes(request) ? request with { Body = FlowBodies.Standing } : request;

    protected static Func<Incoming, Incoming> Refusing(Func<Incoming, bool> refuses) =>
        request => refuses(request) ? request with { Body = "["u8.ToArray() } : request;

    protected static Func<Incoming, Incoming> FailingOn(Func<Incoming, bool> fails) =>
        request => fails(request) ? throw new InvalidOperationException("the body can't be read") : request;
}

internal sealed class TakesWhatIsNotJsonAsInvocation()
    : ReadsBodies(
        "takes what is not JSON for an invocation",
        Taking(r => r.Body.Length > 0 && !FlowBodies.IsJson(r)),
        "body/malformed-json",
        "body/not-an-object",
        "body/invalid-utf8"
    )
{
    /// <summary>Half a character in a name makes no JSON either.</summary>
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["body/empty", "inputs*/pattern/rejected"];
}

internal sealed class TakesNoBodyAsInvocation()
    : ReadsBodies("takes no body for an invocation", Taking(r => r.Body.IsEmpty), "body/empty");

internal sealed class TakesNullAsInvocation()
    : ReadsBodies(
        "takes null for an invocation",
        Taking(r => FlowBodies.Text(r).Trim() == "null"),
        "body/not-an-object"
    );

internal sealed class TakesInvocationOutOfArray()
    : ReadsBodies(
        "takes an invocation out of an array",
        Taking(r => FlowBodies.Text(r) is ['[', '{', ..]),
        "body/not-an-object"
    );

internal sealed class TakesInvocationOfAnyType()
    : ReadsBodies(
        "takes any content type for JSON",
        request =>
        {
            request.Headers.ContentType = "application/json";
            return request;
        },
        "body/content-type"
    );

internal sealed class DropsBrokenOctetsOfInvocation()
    : ReadsBodies(
        "drops octets that are not UTF-8 from an invocation",
        r =>
            Utf8.IsValid(r.Body.Span)
                ? r
                : r with
                {
                    Body = Encoding.UTF8.GetBytes(FlowBodies.Text(r).Replace("\uFFFD", "", StringComparison.Ordinal)),
                },
        "body/invalid-utf8"
    );

internal sealed class RefusesIndentedInvocation()
    : ReadsBodies(
        "refuses an invocation of several lines",
        Refusing(r => FlowBodies.Text(r).Contains('\n')),
        "body/legal-forms"
    );

internal sealed class RefusesEscapesInInvocation()
    : ReadsBodies(
        "refuses escaped letters in an invocation",
        Refusing(r => FlowBodies.Text(r).Contains(@"\u006", StringComparison.OrdinalIgnoreCase)),
        "body/legal-forms"
    );

internal sealed class RefusesCharsetOfInvocation()
    : ReadsBodies(
        "refuses an invocation with a declared charset",
        Refusing(r => r.Headers.ContentType.ToString().Contains("charset", StringComparison.OrdinalIgnoreCase)),
        "body/legal-forms"
    );

internal sealed class FailsOnBrokenJson()
    : ReadsBodies(
        "answers 500 to what is not JSON",
        FailingOn(r => r.Body.Length > 0 && !FlowBodies.IsJson(r)),
        "body/malformed-json",
        "body/not-an-object",
        "robustness/no-server-error"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["body/*", "inputs*/pattern/rejected"];
}

internal sealed class FailsOnDeepInvocation()
    : ReadsBodies(
        "answers 500 to deep nesting",
        FailingOn(r => FlowBodies.Text(r).Split("[[[[[[[[").Length > 9 || Nests(r)),
        "body/deep-nesting",
        "robustness/no-server-error"
    )
{
    private static bool Nests(Incoming request) =>
        FlowBodies.Text(request).Contains(string.Concat(Enumerable.Repeat("{\"a\":", 64)), StringComparison.Ordinal);
}

internal sealed class FailsOnLargeInvocation()
    : ReadsBodies(
        "answers 500 to bodies above 64 KiB",
        FailingOn(r => r.Body.Length > 64 * 1024),
        "body/large",
        "document/large",
        "robustness/no-server-error"
    );

internal sealed class FailsOnLargeDocument()
    : ReadsBodies(
        "answers 500 to a large document",
        FailingOn(r => r.Body.Length > 1 << 20),
        "document/large",
        "robustness/no-server-error"
    );

internal sealed class RefusesFractions()
    : ReadsBodies(
        "refuses documents that are fractions",
        Refusing(r => FlowBodies.Text(r).Contains("\"document\":12.375", StringComparison.Ordinal)),
        "document/any-json"
    );

internal sealed class RefusesEmojis()
    : ReadsBodies(
        "refuses characters beyond 16 bits",
        Refusing(r => FlowBodies.Text(r).Any(char.IsSurrogate)),
        "document/unicode"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["document/*", "inputs*/disputed/*"];
}
