using System.Text;
using System.Text.Unicode;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Bodies that are misread as text, before any member is looked at.</summary>
internal static class InvocationBodies
{
    private static readonly string SixtyFourObjects = string.Concat(Enumerable.Repeat("{\"a\":", 64));

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Takes(
                "TakesWhatIsNotJsonAsInvocation",
                "takes what is not JSON for an invocation",
                ["body/malformed-json", "body/not-an-object", "body/invalid-utf8"],
                IsNotJson
            )
            // Half a character in a name makes no JSON either.
            .AlsoBreaking("body/empty", "inputs*/pattern/rejected"),
        Takes("TakesNoBodyAsInvocation", "takes no body for an invocation", ["body/empty"], r => r.Body.IsEmpty),
        Takes(
            "TakesNullAsInvocation",
            "takes null for an invocation",
            ["body/not-an-object"],
            r => Text(r).Trim() == "null"
        ),
        Takes(
            "TakesInvocationOutOfArray",
            "takes an invocation out of an array",
            ["body/not-an-object"],
            r => Text(r) is ['[', '{', ..]
        ),
        Reads("TakesInvocationOfAnyType", "takes any content type for JSON", ["body/content-type"], DeclaredAsJson),
        Reads(
            "DropsBrokenOctetsOfInvocation",
            "drops octets that are not UTF-8 from an invocation",
            ["body/invalid-utf8"],
            WithoutBrokenOctets
        ),
        Rejects(
            "RejectsIndentedInvocation",
            "rejects an invocation of several lines",
            "body/legal-forms",
            r => Text(r).Contains('\n')
        ),
        Rejects(
            "RejectsEscapesInInvocation",
            "rejects escaped letters in an invocation",
            "body/legal-forms",
            r => Text(r).Contains(@"\u006", StringComparison.OrdinalIgnoreCase)
        ),
        Rejects(
            "RejectsCharsetOfInvocation",
            "rejects an invocation with a declared charset",
            "body/legal-forms",
            r => r.Headers.ContentType.ToString().Contains("charset", StringComparison.OrdinalIgnoreCase)
        ),
        FailsOn(
                "FailsOnBrokenJson",
                "what is not JSON",
                ["body/malformed-json", "body/not-an-object", "robustness/no-server-error"],
                IsNotJson
            )
            .AlsoBreaking("body/*", "inputs*/pattern/rejected"),
        FailsOn(
            "FailsOnDeepInvocation",
            "deep nesting",
            ["body/deep-nesting", "robustness/no-server-error"],
            r => Text(r).Split("[[[[[[[[").Length > 9 || Text(r).Contains(SixtyFourObjects, StringComparison.Ordinal)
        ),
        FailsOn(
            "FailsOnLargeDocument",
            "a large document",
            ["document/large", "robustness/no-server-error"],
            r => r.Body.Length > 1 << 20
        ),
        FailsOn(
            "FailsOnLargeInvocation",
            "bodies above 64 KiB",
            ["body/large", "document/large", "robustness/no-server-error"],
            r => r.Body.Length > 64 * 1024
        ),
        FailsOn(
                "FailsOnArrays",
                "documents that are arrays",
                ["document/any-json", "robustness/no-server-error"],
                r => Text(r).Contains("\"document\":[", StringComparison.Ordinal)
            )
            .AlsoBreaking("document/*"),
        Rejects(
            "RejectsFractions",
            "rejects documents that are fractions",
            "document/any-json",
            r => Text(r).Contains("\"document\":12.375", StringComparison.Ordinal)
        ),
        Rejects(
                "RejectsEmojis",
                "rejects characters beyond 16 bits",
                "document/unicode",
                r => Text(r).Any(char.IsSurrogate)
            )
            .AlsoBreaking("document/*", "inputs*/disputed/*"),
    ];

    /// <summary>The request is changed before its body is read.</summary>
    private static Mutant Reads(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<Incoming, Incoming> change
    ) => Row(name, says, breaks, () => Correct with { ReadBody = request => Correct.ReadBody(change(request)) });

    /// <summary>Some bodies are taken for one that is in order.</summary>
    private static Mutant Takes(string name, string says, ImmutableArray<string> breaks, Func<Incoming, bool> takes) =>
        Reads(name, says, breaks, request => takes(request) ? request with { Body = StandIn() } : request);

    /// <summary>Some bodies are taken for one that is no JSON.</summary>
    private static Mutant Rejects(string name, string says, string breaks, Func<Incoming, bool> rejects) =>
        Reads(name, says, [breaks], request => rejects(request) ? request with { Body = "["u8.ToArray() } : request);

    /// <summary>Some bodies are a fault of the server.</summary>
    private static Mutant FailsOn(
        string name,
        string what,
        ImmutableArray<string> breaks,
        Func<Incoming, bool> fails
    ) =>
        Reads(
            name,
            $"responds with 500 to {what}",
            breaks,
            request => fails(request) ? throw new InvalidOperationException("the body can't be read") : request
        );

    private static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);

    private static bool IsNotJson(Incoming request) =>
        request.Body.Length > 0 && Correct.ReadBody(request).Rejection?.Error == "SerializationException";

    private static byte[] StandIn() =>
        Encoding.UTF8.GetBytes($$"""{"inputs":{{FlowInputs.StandIn().ToJsonString()}}}""");

    private static Incoming DeclaredAsJson(Incoming request)
    {
        request.Headers.ContentType = "application/json";
        return request;
    }

    private static Incoming WithoutBrokenOctets(Incoming request) =>
        Utf8.IsValid(request.Body.Span)
            ? request
            : request with
            {
                Body = Encoding.UTF8.GetBytes(Text(request).Replace("\uFFFD", "", StringComparison.Ordinal)),
            };
}
