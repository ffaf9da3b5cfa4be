using System.Text.Json;
using Conformance.HostileTargets.Tests.Judging;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Pennsieve;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Identifiers that the kit is given and has to give back.</summary>
internal static class Identities
{
    private static readonly ExpectedVerdict NoIds = Accused("CreateWorkflowRun/*");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Gives(
            "GivesTheSameId",
            "gives every run the same id",
            AccusedOrInconclusive("CreateWorkflowRun/*"),
            "00000000-1111-4222-8333-444444444444"
        ) with
        {
            Only = ["CreateWorkflowRun/request/*", "CreateWorkflowRun/runs/distinct"],
        },
        Gives("GivesEmptyIds", "gives every run an empty id", NoIds, ""),
        Gives("GivesIdsOf1MB", "gives every run an id of 900 KB", NoIds, new string('x', 900_000)),
        Gives(
            "GivesIdsThatClimb",
            "gives every run an id that climbs out of its path",
            NoIds,
            "../../../../workflow-definitions"
        ),
        Gives("GivesIdsThatQuery", "gives every run an id with a query and a fragment", NoIds, "a?b=c&d#e;f"),
        Gives(
            "GivesIdsOfControls",
            "gives every run an id of line breaks and NUL",
            NoIds,
            "a\r\nHost: evil.invalid\r\n\r\n\0"
        ),
        Gives(
            "GivesIdsOfHalves",
            "gives every run an id with half a surrogate pair",
            NoIds,
            "\"\\ud800\\udfff\\udfff\"",
            isJson: true
        ),
        Gives(
            "GivesIdsOfOtherKinds",
            "gives every run an id that is an object",
            NoIds,
            "{\"a\":[1e999]}",
            isJson: true
        ),
        Runs(
            "GivesRunsTheSameId",
            "gives every run the same id",
            Whatever("*/runs/*", "*/webhook/*"),
            _ => "00000000-1111-4222-8333-444444444444"
        ) with
        {
            Only = ["*/request/*", "*/runs/distinct"],
        },
        Runs(
            "GivesRunsIdsThatClimb",
            "gives every run an id that climbs out of its path",
            Whatever("*"),
            id => $"../../{id}?x=#y/%2e%2e"
        ),
        Runs(
            "GivesRunsIdsOf100KB",
            "gives every run an id of 100 KB",
            Whatever("*"),
            id => id + new string('x', 100_000)
        ),
        Runs(
            "GivesRunsIdsOfControls",
            "gives every run an id with line breaks, NUL and a script",
            Whatever("*"),
            id => $"{id}\r\nX: y\0{Payloads.Script}"
        ),
    ];

    /// <summary>Another id in the place of the one that a run of Nova Act is given.</summary>
    private static HostileTarget Gives(
        string name,
        string says,
        ExpectedVerdict expected,
        string id,
        bool isJson = false
    ) =>
        new(name, "nova-act", says, expected)
        {
            Wire = Twist.Successes(body => WithId(body, isJson ? id : JsonSerializer.Serialize(id))),
        };

    private static string WithId(string body, string id)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("workflowRunId", out var given)
            ? body.Replace(given.GetRawText(), id, StringComparison.Ordinal)
            : body;
    }

    private static HostileTarget Runs(string name, string says, ExpectedVerdict expected, Func<string, string> id) =>
        new(name, "pennsieve", says, expected)
        {
            Change = right =>
                right with
                {
                    Pennsieve = PennsieveBehaviour.Correct with { WriteId = guid => id(guid.ToString("D")) },
                },
        };
}
