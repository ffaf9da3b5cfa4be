using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Bodies that are misread, or that break the server.</summary>
internal static class RunBodies
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        RunsOn("RunsOnBodiesThatAreNotJson", "what is not JSON", "malformed-json", IsNotJson),
        RunsOn("RunsOnEmptyBodies", "an empty body", "empty", request => request.Body.IsEmpty),
        RunsOn("RunsOnNull", "null", "not-an-object", request => request.Text().Trim() == "null"),
        RunsOn("RunsOnArrays", "an array", "not-an-object", request => request.Text() is ['[', ..]),
        RunsOn(
            "RunsOnBrokenUtf8",
            "a body with octets that are not UTF-8",
            "invalid-utf8",
            request => request.Text().Contains('\uFFFD')
        ),
        Row(
            "RejectsSpreadBodies",
            "rejects bodies that are spread over lines",
            ["body/legal-forms"],
            () => Bodies(request => request.Text().Contains('\n') ? request with { Body = "["u8.ToArray() } : request)
        ),
        BreaksAt(
            "BreaksAtDeepNesting",
            "bodies nested very deep",
            "body/deep-nesting",
            request => request.Text().Contains(new string('[', 64), StringComparison.Ordinal)
        ),
        BreaksAt(
            "BreaksAtLargeBodies",
            "bodies above 64 KiB",
            "body/large",
            request => request.Body.Length > 64 * 1024
        ),
        BreaksAt(
            "BreaksWhereBothAreGiven",
            "an instance beside a configuration",
            "modes/both",
            request =>
                Correct.ReadBody(request) is { Rejection: null, Object: var body }
                && body.TryGetProperty("workflowInstanceId", out _)
                && body.TryGetProperty("workflowInstanceConfiguration", out _)
        ),
    ];

    /// <summary>A body that is not one JSON object is taken for a valid one.</summary>
    private static Mutant RunsOn(string name, string what, string breaks, Func<Incoming, bool> takes) =>
        Row(
                name,
                $"starts a run for {what}",
                [$"body/{breaks}"],
                () => Bodies(request => takes(request) ? Valid(request) : request)
            )
            // Text with half a character in it is no JSON to this target.
            .AlsoBreaking("body/*", "*/pattern/rejected", "webhook/context-unchanged");

    private static Incoming Valid(Incoming request) =>
        request with
        {
            Body = Encoding.UTF8.GetBytes($$"""{"workflowInstanceId":"{{Offered.InstanceId}}"}"""),
        };

    private static bool IsNotJson(Incoming request) =>
        request.Body.Length > 0 && Correct.ReadBody(request).Rejection is not null;

    /// <summary>A kind of request breaks the server.</summary>
    private static Mutant BreaksAt(string name, string what, string breaks, Func<Incoming, bool> at) =>
        Row(
            name,
            $"breaks down at {what}",
            [breaks, "robustness/no-server-error"],
            () =>
                Correct with
                {
                    Handle = call => at(call.Request) ? throw new InvalidOperationException() : Correct.Handle(call),
                }
        );
}
