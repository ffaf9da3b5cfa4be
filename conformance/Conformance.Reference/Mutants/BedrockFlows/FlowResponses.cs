using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Heads of responses that are wrong, and credentials that nobody asks for.</summary>
internal static class FlowResponses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        AnswersStreams("AnswersStreamsWithCreated", 201),
        AnswersStreams("AnswersStreamsWithAccepted", 202),
        AnswersStreams("AnswersStreamsWithPartialContent", 206),
        Stamps(
            "GivesStreamsNoRequestId",
            "gives streams no request id",
            (a, id) => IsStream(a) ? a : Correct.Stamp(a, id)
        ),
        Stamps(
            "GivesErrorsNoRequestId",
            "gives errors no request id",
            (a, id) => IsStream(a) ? Correct.Stamp(a, id) : a
        ),
        Stamps("GivesEmptyRequestIds", "gives empty request ids", (a, _) => a.WithHeader("x-amzn-RequestId", "")),
        AnswersUnsigned("TakesUnsignedInvocations", "takes invocations without credentials", null),
        AnswersUnsigned(
            "RefusesUnsignedInvocationsWithBadRequest",
            "refuses invocations without credentials with 400",
            new Refusal(400, "ValidationException", "expected a signature, got none")
        ),
        Row(
                "FailsOnEveryInvocation",
                "answers 500 to every invocation",
                ["request/required-only/accepted", "request/all-members/accepted", "robustness/no-server-error"],
                () => Correct with { Handle = _ => throw new InvalidOperationException("nothing works") }
            )
            .AlsoBreaking("*/accepted", "not-found/*", "body/*"),
    ];

    /// <summary>The responses that are streams have another status.</summary>
    private static Mutant AnswersStreams(string name, int status) =>
        Row(
            name,
            $"answers invocations with {status}",
            ["response/status-code"],
            () => Streams(a => a with { Status = status })
        );

    /// <summary>The request's identifier is put on the response in another way.</summary>
    private static Mutant Stamps(string name, string says, Func<Answer, Guid, Answer> stamp) =>
        Row(name, says, ["robustness/request-id"], () => Correct with { Stamp = stamp });

    private static bool IsStream(Answer answer) => answer.Chunks is not null;

    /// <summary>Credentials are asked for, but not of everybody.</summary>
    private static Mutant AnswersUnsigned(string name, string says, Refusal? refusal)
    {
        var row = Row(
            name,
            says,
            ["authentication/missing-credentials"],
            () =>
                Correct with
                {
                    Authenticate = (request, demand) =>
                        request.Headers.Authorization.Count == 0 ? refusal : Correct.Authenticate(request, demand),
                }
        );
        return row.ConfiguredBy(
            """
            apis:
              bedrock-flows:
                auth:
                  sigv4: { region: us-east-1, accessKeyId: { env: AWS_ACCESS_KEY_ID }, secretAccessKey: { env: AWS_SECRET_ACCESS_KEY } }
            """
        ) with
        {
            Change = right =>
                row.Change(right) with
                {
                    Credentials = new AwsCredentials("AKIDEXAMPLE", "secret-of-the-reference"),
                },
        };
    }
}
