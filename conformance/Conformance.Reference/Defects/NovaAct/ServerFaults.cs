using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>What should be refused breaks the server, or shows its inside.</summary>
internal static class ServerFaults
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new FailsAtDeepNesting(),
        new FailsAtLargeBodies(),
        new FailsAtNul(),
        new FailsAtIntegerBeyond64Bits(),
        new FailsAtEmoji(),
        new FailsAtLoneSurrogate(),
        new FailsAtBodyThatIsNoObject(),
        new ShowsStackTrace(),
        new ShowsStackTraceOfMalformedJson(),
        new ShowsPythonTrace(),
        new GivesNoRequestId(),
        new GivesNoRequestIdOnErrors(),
        new GivesEmptyRequestId(),
        new AcceptsUnsignedRequests(),
        new AnswersNotFoundToUnsignedRequests(),
    ];
}

/// <summary>A kind of request breaks the server.</summary>
internal abstract class FailsAt(string what, Func<Incoming, bool> at, params ImmutableArray<string> breaks)
    : NovaActDefect($"fails at {what}", breaks)
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Handle = call => at(call.Request) ? throw new InvalidOperationException() : Twists.Correct.Handle(call),
        };

    protected static bool Has(Incoming request, string text) =>
        Bodies.Text(request).Contains(text, StringComparison.OrdinalIgnoreCase);
}

internal sealed class FailsAtDeepNesting()
    : FailsAt(
        "bodies nested very deep",
        r => Has(r, new string('[', 64)),
        "*/body/deep-nesting",
        "*/robustness/no-server-error"
    );

internal sealed class FailsAtLargeBodies()
    : FailsAt("bodies above 64 KiB", r => r.Body.Length > 64 * 1024, "*/body/large", "*/robustness/no-server-error");

internal sealed class FailsAtNul() : FailsAt("NULs", r => Has(r, @"\u0000"), "*/robustness/no-server-error")
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/pattern/rejected", "*/notBlank/rejected"];
}

internal sealed class FailsAtIntegerBeyond64Bits()
    : FailsAt(
        "an integer beyond 64 bits",
        r => Regex.IsMatch(Bodies.Text(r), "Version\":[0-9]{20}"),
        "CreateWorkflowRun/robustness/no-server-error"
    );

internal sealed class FailsAtEmoji()
    : FailsAt("characters beyond 16 bits", r => Bodies.Text(r).Any(char.IsSurrogate), "*/robustness/no-server-error")
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/accepted", "*/rejected"];
}

internal sealed class FailsAtLoneSurrogate()
    : FailsAt(
        "half surrogate pairs",
        r => Regex.IsMatch(Bodies.Text(r), @"\\u[dD][89a-fA-F]"),
        "*/robustness/no-server-error"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/accepted", "*/rejected"];
}

internal sealed class FailsAtBodyThatIsNoObject()
    : FailsAt(
        "a body that is no object",
        r => r.Body.Length > 0 && Bodies.Text(r).TrimStart() is [not '{', ..],
        "*/body/not-an-object",
        "*/robustness/no-server-error"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/body/*"];
}

internal sealed class ShowsStackTrace()
    : ChangesRefusals(
        "shows a stack trace in its errors",
        r =>
            r with
            {
                Message = "System.ArgumentException: bad\n   at Api.Runs.Create(Request r) in /src/Runs.cs:line 17",
            },
        "CreateWorkflowRun/robustness/no-stack-trace",
        "CreateWorkflowDefinition/robustness/no-stack-trace"
    );

internal sealed class ShowsStackTraceOfMalformedJson()
    : ChangesRefusals(
        "shows a stack trace of its JSON reader",
        r =>
            r.Error == "SerializationException"
                ? r with
                {
                    Message =
                        "Unexpected end\n\tat com.fasterxml.jackson.core.JsonParser.nextToken(JsonParser.java:81)",
                }
                : r,
        "*/robustness/no-stack-trace"
    );

internal sealed class ShowsPythonTrace()
    : ChangesRefusals(
        "shows a Python trace for what it does not find",
        r =>
            r.Status == 404
                ? r with
                {
                    Message = "Traceback (most recent call last):\n  File \"/app/runs.py\", line 12, in create",
                }
                : r,
        "CreateWorkflowRun/robustness/no-stack-trace"
    );

/// <summary>Answers without a usable request id.</summary>
internal abstract class StampsAnswers(string says, Func<Answer, Guid, Answer> stamp)
    : NovaActDefect(says, "CreateWorkflowRun/robustness/request-id", "CreateWorkflowDefinition/robustness/request-id")
{
    protected sealed override NovaActBehaviour Twist() => Twists.Correct with { Stamp = stamp };
}

internal sealed class GivesNoRequestId() : StampsAnswers("gives no request id", (answer, _) => answer);

internal sealed class GivesNoRequestIdOnErrors()
    : StampsAnswers(
        "gives no request id on errors",
        (answer, id) => answer.Status >= 400 ? answer : Twists.Correct.Stamp(answer, id)
    );

internal sealed class GivesEmptyRequestId()
    : StampsAnswers("gives an empty request id", (answer, _) => answer.WithHeader("x-amzn-RequestId", ""));

/// <summary>Credentials are asked for, but not of everybody.</summary>
internal abstract class TreatsUnsigned(string says, Func<Incoming, SignatureDemand, Refusal?> treat)
    : NovaActDefect(says, "*/authentication/missing-credentials")
{
    public sealed override string Configuration =>
        """
            apis:
              nova-act:
                auth:
                  sigv4: { region: us-east-1, accessKeyId: { env: AWS_ACCESS_KEY_ID }, secretAccessKey: { env: AWS_SECRET_ACCESS_KEY } }
            """;

    protected sealed override ReferenceOptions Around(ReferenceOptions right) =>
        right with
        {
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret-of-the-reference"),
        };

    protected sealed override NovaActBehaviour Twist() => Twists.Correct with { Authenticate = treat };
}

internal sealed class AcceptsUnsignedRequests()
    : TreatsUnsigned(
        "accepts requests without credentials",
        (request, demand) =>
            request.Headers.Authorization.Count == 0 ? null : Twists.Correct.Authenticate(request, demand)
    );

internal sealed class AnswersNotFoundToUnsignedRequests()
    : TreatsUnsigned(
        "answers 404 to requests without credentials",
        (request, demand) =>
            Twists.Correct.Authenticate(request, demand) is { } denied ? denied with { Status = 404 } : null
    );
