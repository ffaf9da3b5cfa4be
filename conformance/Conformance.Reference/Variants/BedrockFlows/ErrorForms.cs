using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Variants.BedrockFlows;

/// <summary>Errors that are told in other forms of the protocol.</summary>
internal static class ErrorForms
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new NamesErrorsInTheBody(),
        new NamesErrorsInCodeAlone(),
        new NamesErrorsWithUri(),
        new WritesHeaderNamesInSmallLetters(),
        new TellsErrorsWithCharset(),
        new TellsErrorsWithoutMessage(),
        new TellsErrorsWithMoreMembers(),
        new DescribesNothing(),
    ];
}

/// <summary>Errors are written in another way.</summary>
internal abstract class WritesErrors(string says, Func<Answer, string, Answer> change) : FlowVariant(says, "restjson1")
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Refuse = refusal => change(FlowTwists.Correct.Refuse(refusal), refusal.Error),
        };

    protected static Answer Rewritten(Answer answer, Action<JsonObject> change) =>
        answer with
        {
            Body = Encoding.UTF8.GetBytes(FlowTwists.Rewritten(Encoding.UTF8.GetString(answer.Body.Span), change)),
        };
}

internal sealed class NamesErrorsInTheBody()
    : WritesErrors(
        "names errors in __type, with a namespace",
        (a, name) => Rewritten(a.WithoutHeader("X-Amzn-ErrorType"), o => o["__type"] = $"com.amazonaws.bedrock#{name}")
    );

internal sealed class NamesErrorsInCodeAlone()
    : WritesErrors(
        "names errors in code",
        (a, name) => Rewritten(a.WithoutHeader("X-Amzn-ErrorType"), o => o["code"] = name)
    );

internal sealed class NamesErrorsWithUri()
    : WritesErrors(
        "names errors with a URI behind",
        (a, name) => a.WithHeader("X-Amzn-ErrorType", $"{name}:http://internal.amazon.com/coral/com.amazon.bedrock/")
    );

internal sealed class TellsErrorsWithCharset()
    : WritesErrors(
        "tells errors with a declared charset",
        (a, _) => a.WithHeader("Content-Type", "application/json; charset=UTF-8")
    );

internal sealed class TellsErrorsWithoutMessage()
    : WritesErrors("tells errors without a message", (a, _) => Rewritten(a, o => o.Remove("message")));

internal sealed class TellsErrorsWithMoreMembers()
    : WritesErrors(
        "tells errors with more members",
        (a, _) => Rewritten(a, o => o["details"] = new JsonArray(new JsonObject { ["at"] = "inputs" }))
    );

internal sealed class DescribesNothing()
    : WritesErrors("tells errors with an empty message", (a, _) => Rewritten(a, o => o["message"] = ""));

internal sealed class WritesHeaderNamesInSmallLetters() : FlowVariant("writes header names in small letters", "rfc9110")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Stamp = (answer, id) =>
            {
                var stamped = FlowTwists.Correct.Stamp(answer, id);
                return stamped with
                {
                    Headers = [.. stamped.Headers.Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value))],
                };
            },
        };
}
