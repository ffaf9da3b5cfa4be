using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.ErrorMutant;
using static Conformance.Reference.Mutants.NovaAct.JsonBodies;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What should be rejected breaks the server, shows its inside, or leaves no trace to follow.</summary>
internal static class ServerFaults
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        FailsAt(
            "FailsAtDeepNesting",
            "bodies nested very deep",
            r => Has(r, new string('[', 64)),
            "*/body/deep-nesting",
            "*/robustness/no-server-error"
        ),
        FailsAt(
            "FailsAtLargeBodies",
            "bodies above 64 KiB",
            r => r.Body.Length > 64 * 1024,
            "*/body/large",
            "*/robustness/no-server-error"
        ),
        FailsAt("FailsAtNul", "NULs", r => Has(r, @"\u0000"), "*/robustness/no-server-error")
            .AlsoBreaking("*/pattern/rejected"),
        FailsAt(
            "FailsAtIntegerBeyond64Bits",
            "an integer beyond 64 bits",
            r => Regex.IsMatch(Text(r), "Version\":[0-9]{20}"),
            "CreateWorkflowRun/robustness/no-server-error"
        ),
        FailsAt(
                "FailsAtEmoji",
                "characters beyond 16 bits",
                r => Text(r).Any(char.IsSurrogate),
                "*/robustness/no-server-error"
            )
            .AlsoBreaking("*/accepted", "*/rejected"),
        FailsAt(
                "FailsAtLoneSurrogate",
                "half surrogate pairs",
                r => HalfSurrogatePairs.Escape().IsMatch(Text(r)),
                "*/robustness/no-server-error"
            )
            .AlsoBreaking("*/accepted", "*/rejected"),
        FailsAt(
                "FailsAtBodyThatIsNoObject",
                "a body that is no object",
                r => r.Body.Length > 0 && Text(r).TrimStart() is [not '{', ..],
                "*/body/not-an-object",
                "*/robustness/no-server-error"
            )
            .AlsoBreaking("*/body/*"),
        ChangesRejections(
            "ShowsStackTrace",
            "shows a stack trace in its errors",
            WithMessage("System.ArgumentException: bad\n   at Api.Runs.Create(Request r) in /src/Runs.cs:line 17"),
            "CreateWorkflowRun/robustness/no-stack-trace",
            "CreateWorkflowDefinition/robustness/no-stack-trace"
        ),
        ChangesRejections(
            "ShowsStackTraceOfMalformedJson",
            "shows a stack trace of its JSON reader",
            WithMessage(
                "Unexpected end\n\tat com.fasterxml.jackson.core.JsonParser.nextToken(JsonParser.java:81)",
                where: r => r.Error == "SerializationException"
            ),
            "*/robustness/no-stack-trace"
        ),
        ChangesRejections(
                "ShowsPythonTrace",
                "shows a Python trace for what it does not find",
                WithMessage(
                    "Traceback (most recent call last):\n  File \"/app/runs.py\", line 12, in create",
                    where: r => r.Status == 404
                ),
                "CreateWorkflowRun/robustness/no-stack-trace"
            )
            .AlsoBreaking("CreateWorkflowDefinition/robustness/no-stack-trace"),
        Stamps("GivesNoRequestId", "gives no request id", (response, _) => response),
        Stamps(
            "GivesNoRequestIdOnErrors",
            "gives no request id on errors",
            (response, id) => response.Status >= 400 ? response : Twists.Correct.Stamp(response, id)
        ),
        Stamps(
            "GivesEmptyRequestId",
            "gives an empty request id",
            (response, _) => response.WithHeader("x-amzn-RequestId", "")
        ),
    ];

    /// <summary>A kind of request breaks the server.</summary>
    private static Mutant FailsAt(
        string name,
        string what,
        Func<Incoming, bool> at,
        params ImmutableArray<string> breaks
    ) =>
        Row(
            name,
            $"fails at {what}",
            breaks,
            () =>
                Twists.Correct with
                {
                    Handle = call =>
                        at(call.Request) ? throw new InvalidOperationException() : Twists.Correct.Handle(call),
                }
        );

    private static bool Has(Incoming request, string text) =>
        Text(request).Contains(text, StringComparison.OrdinalIgnoreCase);

    private static Func<Rejection, Rejection> WithMessage(string message, Func<Rejection, bool>? where = null) =>
        rejection => where is null || where(rejection) ? rejection with { Message = message } : rejection;

    /// <summary>Responses have no usable request id.</summary>
    private static Mutant Stamps(string name, string says, Func<Response, Guid, Response> stamp) =>
        Row(
            name,
            says,
            ["CreateWorkflowRun/robustness/request-id", "CreateWorkflowDefinition/robustness/request-id"],
            () => Twists.Correct with { Stamp = stamp }
        );
}
