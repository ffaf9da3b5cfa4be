using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Heads of responses that are wrong, and credentials that nobody asks for.</summary>
internal static class FlowResponses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ReturnsStreams("ReturnsStreamsWithCreated", 201),
        ReturnsStreams("ReturnsStreamsWithAccepted", 202),
        ReturnsStreams("ReturnsStreamsWithPartialContent", 206),
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
        RespondsToUnsigned("TakesUnsignedInvocations", "takes invocations without credentials", null),
        RespondsToUnsigned(
            "RejectsUnsignedInvocationsWithBadRequest",
            "rejects invocations without credentials with 400",
            new Rejection(400, "ValidationException", "expected a signature, got none")
        ),
        Row(
                "FailsOnEveryInvocation",
                "responds with 500 to every invocation",
                ["request/required-only/accepted", "request/all-members/accepted", "robustness/no-server-error"],
                () => Correct with { Handle = _ => throw new InvalidOperationException("nothing works") }
            )
            .AlsoBreaking("*/accepted", "not-found/*", "body/*"),
    ];

    /// <summary>The responses that are streams have another status.</summary>
    private static Mutant ReturnsStreams(string name, int status) =>
        Row(
            name,
            $"responds to invocations with {status}",
            ["response/status-code"],
            () => Streams(a => a with { Status = status })
        );

    /// <summary>The request's identifier is put on the response in another way.</summary>
    private static Mutant Stamps(string name, string says, Func<Response, Guid, Response> stamp) =>
        Row(name, says, ["robustness/request-id"], () => Correct with { Stamp = stamp });

    private static bool IsStream(Response response) => response.Chunks is not null;

    /// <summary>Credentials are asked for, but not of everybody.</summary>
    private static Mutant RespondsToUnsigned(string name, string says, Rejection? rejection)
    {
        var row = Row(
            name,
            says,
            ["authentication/missing-credentials"],
            () =>
                Correct with
                {
                    Authenticate = (request, demand) =>
                        request.Headers.Authorization.Count == 0 ? rejection : Correct.Authenticate(request, demand),
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
