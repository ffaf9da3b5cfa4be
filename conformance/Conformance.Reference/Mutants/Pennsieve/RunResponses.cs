using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Responses to runs that are accepted, to errors, and to requests without credentials.</summary>
internal static class RunResponses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "TellsItsStack",
            "shows a stack trace in its errors",
            ["robustness/no-stack-trace"],
            () =>
                Rejecting(rejection =>
                    rejection with
                    {
                        Message = "panic\ngoroutine 12 [running]:\nmain.createRun(0xc000)",
                    }
                )
        ),
        Row(
            "RespondsToRunsWithAccepted",
            "responds to a run with 202",
            ["response/status-code"],
            () => Accepted(response => response with { Status = 202 })
        ),
        Row(
            "ReturnsRunsAsText",
            "returns a run as text/plain",
            ["response/content-type"],
            () => Accepted(response => response.WithHeader("Content-Type", "text/plain"))
        ),
        TreatsStrangers("LetsAnybodyIn", "lets everybody in who shows nothing", null),
        TreatsStrangers(
            "BreaksWithoutCredentials",
            "breaks down where no credentials are shown",
            new Rejection(500, "InternalError", "no header")
        ),
    ];

    /// <summary>A token is asked for, but whoever shows nothing is treated in another way.</summary>
    private static Mutant TreatsStrangers(string name, string says, Rejection? rejection) =>
        Row(
                name,
                says,
                ["authentication/missing-credentials"],
                () =>
                    Correct with
                    {
                        Authenticate = (request, token) =>
                            request.Headers.Authorization.Count == 0 ? rejection : Correct.Authenticate(request, token),
                    }
            )
            .AskingForToken()
            .AlsoBreaking("robustness/no-server-error");
}
