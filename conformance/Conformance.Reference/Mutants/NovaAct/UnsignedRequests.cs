using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Credentials are asked for, but not of everybody.</summary>
internal static class UnsignedRequests
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Treats(
            "AcceptsUnsignedRequests",
            "accepts requests without credentials",
            (request, demand) =>
                request.Headers.Authorization.Count == 0 ? null : Twists.Correct.Authenticate(request, demand)
        ),
        Treats(
            "ReturnsNotFoundToUnsignedRequests",
            "responds with 404 to requests without credentials",
            (request, demand) =>
                Twists.Correct.Authenticate(request, demand) is { } denied ? denied with { Status = 404 } : null
        ),
    ];

    private static Mutant Treats(string name, string says, Func<Incoming, SignatureDemand, Rejection?> treat) =>
        new Mutant(name, "nova-act", says)
        {
            Configuration = """
                apis:
                  nova-act:
                    auth:
                      sigv4: { region: us-east-1, accessKeyId: { env: AWS_ACCESS_KEY_ID }, secretAccessKey: { env: AWS_SECRET_ACCESS_KEY } }
                """,
            Change = right =>
                right with
                {
                    Credentials = new AwsCredentials("AKIDEXAMPLE", "secret-of-the-reference"),
                    NovaAct = Twists.Correct with { Authenticate = treat },
                },
        }.Breaking("*/authentication/missing-credentials");
}
