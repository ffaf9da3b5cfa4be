using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Requests that are rejected for one member of which nobody thought before the run was stored.</summary>
internal static class HalfRejectedRuns
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Starts(
            "RunsWhatItRejectsForItsCap",
            "rejects a cost cap that is no number once it has started the run",
            rejected => rejected.IsFor("executionBudgetUsd")
        ),
        Starts(
            "RunsWhatItRejectsForItsLabel",
            "rejects a label that is no text once it has started the run",
            rejected => rejected.IsFor("name")
        ),
        Starts(
            "RunsWhatItRejectsForItsDataSources",
            "rejects data sources that it does not have once it has started the run",
            rejected => rejected.HasUnknownDataSource
        ),
        Row(
                "ShowsRunsThatItRejectedForALayer",
                "rejects a layer that is not ready with the id of a run that can be read and succeeds",
                ["webhook/none-for-a-rejected-run"],
                () => RejectedRun.Starting(rejected => rejected.HasUnreadyLayer, WithId)
            )
            .AlsoBreaking("webhook/*"),
    ];

    private static Mutant Starts(string name, string says, Func<RejectedRun, bool> starts) =>
        Row(name, says, ["webhook/none-for-a-rejected-run"], () => RejectedRun.Starting(starts))
            .AlsoBreaking("webhook/*", "state/*");

    private static Response WithId(Response rejection, WorkflowRun run)
    {
        var body = JsonNode.Parse(rejection.Body.Span)!.AsObject();
        body["id"] = run.Id;
        return rejection with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }
}
