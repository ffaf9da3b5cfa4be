using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Heads of answers that are wrong, and credentials that nobody asks for.</summary>
internal static class FlowAnswers
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new AnswersStreamsWithCreated(),
        new AnswersStreamsWithAccepted(),
        new AnswersStreamsWithPartialContent(),
        new GivesStreamsNoRequestId(),
        new GivesErrorsNoRequestId(),
        new GivesEmptyRequestIds(),
        new TakesUnsignedInvocations(),
        new RefusesUnsignedInvocationsWithBadRequest(),
        new FailsOnEveryInvocation(),
    ];
}

/// <summary>The answers that are streams have another status.</summary>
internal abstract class AnswersStreams(int status)
    : FlowDefect($"answers invocations with {status}", "response/status-code")
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Streams(a => a with { Status = status });
}

internal sealed class AnswersStreamsWithCreated() : AnswersStreams(201);

internal sealed class AnswersStreamsWithAccepted() : AnswersStreams(202);

internal sealed class AnswersStreamsWithPartialContent() : AnswersStreams(206);

/// <summary>The request's identifier is put on the answer in another way.</summary>
internal abstract class Stamps(string says, Func<Answer, Guid, Answer> stamp)
    : FlowDefect(says, "robustness/request-id")
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Correct with { Stamp = stamp };
}

internal sealed class GivesStreamsNoRequestId()
    : Stamps(
        "gives streams no request id",
        (answer, id) => answer.Chunks is null ? FlowTwists.Correct.Stamp(answer, id) : answer
    );

internal sealed class GivesErrorsNoRequestId()
    : Stamps(
        "gives errors no request id",
        (answer, id) => answer.Chunks is null ? answer : FlowTwists.Correct.Stamp(answer, id)
    );

internal sealed class GivesEmptyRequestIds()
    : Stamps("gives empty request ids", (answer, _) => answer.WithHeader("x-amzn-RequestId", ""));

/// <summary>Credentials are asked for, but not of everybody.</summary>
internal abstract class TreatsUnsignedInvocations(string says, Func<Refusal?> treat)
    : FlowDefect(says, "authentication/missing-credentials")
{
    public sealed override string Configuration =>
        """
            apis:
              bedrock-flows:
                auth:
                  sigv4: { region: us-east-1, accessKeyId: { env: AWS_ACCESS_KEY_ID }, secretAccessKey: { env: AWS_SECRET_ACCESS_KEY } }
            """;

    protected sealed override ReferenceOptions Around(ReferenceOptions right) =>
        right with
        {
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret-of-the-reference"),
        };

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Authenticate = (request, demand) =>
                request.Headers.Authorization.Count == 0 ? treat() : FlowTwists.Correct.Authenticate(request, demand),
        };
}

internal sealed class TakesUnsignedInvocations()
    : TreatsUnsignedInvocations("takes invocations without credentials", () => null);

internal sealed class RefusesUnsignedInvocationsWithBadRequest()
    : TreatsUnsignedInvocations(
        "refuses invocations without credentials with 400",
        () => new Refusal(400, "ValidationException", "expected a signature, got none")
    );

internal sealed class FailsOnEveryInvocation()
    : FlowDefect(
        "answers 500 to every invocation",
        "request/required-only/accepted",
        "request/all-members/accepted",
        "robustness/no-server-error"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["*/accepted", "not-found/*", "body/*"];

    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Handle = _ => throw new InvalidOperationException("nothing works"),
        };
}
