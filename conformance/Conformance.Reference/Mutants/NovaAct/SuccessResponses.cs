using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>The right thing is done, and the response says it wrong.</summary>
internal static class SuccessResponses
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Changes("ReturnsTwoHundred", CreateRun, "responds to a run with 200", Status(200), "status-code"),
        Changes("ReturnsAccepted", CreateRun, "responds to a run with 202", Status(202), "status-code"),
        Changes(
            "RespondsToDefinitionWithTwoHundred",
            CreateDefinition,
            "responds to a definition with 200",
            Status(200),
            "status-code"
        ),
        Changes(
            "ReturnsNoContentForDefinition",
            CreateDefinition,
            "responds to a definition with 204 and nothing else",
            _ => new Response(204, default, []),
            "status-code",
            "content-type",
            "status/required"
        ),
        Changes("ReturnsRunAsText", CreateRun, "returns a run as text/plain", Type("text/plain"), "content-type"),
        Changes(
            "ReturnsRunAsAnotherJson",
            CreateRun,
            "returns a run as application/x-amz-json-1.1",
            Type("application/x-amz-json-1.1"),
            "content-type"
        ),
        Changes(
            "ReturnsDefinitionWithoutContentType",
            CreateDefinition,
            "returns a definition without content type",
            a => a.WithoutHeader("Content-Type"),
            "content-type"
        ),
        ChangesRun("GivesNoRunId", "gives no id of a run", "workflowRunId/required", o => o.Remove("workflowRunId")),
        ChangesRun(
            "GivesNullAsRunId",
            "gives null as id of a run",
            "workflowRunId/required",
            o => o["workflowRunId"] = null
        ),
        ChangesRun("GivesRunIdUnderAnotherName", "gives the id of a run as id", "workflowRunId/required", RenameRunId),
        ChangesRun(
            "GivesNumberAsRunId",
            "gives a number as id of a run",
            "workflowRunId/type",
            o => o["workflowRunId"] = 17
        ),
        WritesRunIds("GivesRunIdInCapitals", "in capitals", id => id.ToString("D").ToUpperInvariant()),
        WritesRunIds("GivesRunIdWithoutHyphens", "without hyphens", id => id.ToString("N")),
        WritesRunIds("GivesRunIdInBraces", "in braces", id => id.ToString("B")),
        ChangesRun(
            "GivesArnAsRunId",
            "gives an ARN as id of a run",
            "workflowRunId/pattern",
            o => o["workflowRunId"] = $"arn:aws:nova-act:us-east-1:000000000000:workflow-run/{o["workflowRunId"]}"
        ),
        ChangesRun("GivesNoStatusOfRun", "gives a run no status", "status/required", o => o.Remove("status")),
        ChangesRun(
            "GivesUnknownStatusOfRun",
            "gives a run an unknown status",
            "status/enum",
            o => o["status"] = "QUEUED"
        ),
        ChangesRun(
            "GivesStatusOfRunInLowercase",
            "gives a run its status in lowercase",
            "status/enum",
            o => o["status"] = "running"
        ),
        ChangesRun(
            "GivesNumberAsStatusOfRun",
            "gives a run a status that is a number",
            "status/type",
            o => o["status"] = 1
        ),
        ChangesDefinition(
            "GivesNoStatusOfDefinition",
            "gives a definition no status",
            "status/required",
            o => o.Remove("status")
        ),
        ChangesDefinition(
            "GivesUnknownStatusOfDefinition",
            "gives a definition an unknown status",
            "status/enum",
            o => o["status"] = "CREATING"
        ),
        Changes(
            "GivesStatusThatTurnsTextRound",
            CreateDefinition,
            "gives a definition a status that turns the direction of text round",
            a => a with { Body = Encoding.UTF8.GetBytes("{\"status\":\"\u202Eevil\\u001b[31m\"}") },
            "status/enum"
        ),
        ChangesDefinition(
            "GivesBooleanAsStatusOfDefinition",
            "gives a definition a status that is true",
            "status/type",
            o => o["status"] = true
        ),
        Changes(
            "RespondsToRunWithArray",
            CreateRun,
            "responds to a run with an array",
            Around("[", "]"),
            "status/*",
            "workflowRunId/*"
        ),
        Changes(
            "RespondsToRunWithHalfABody",
            CreateRun,
            "responds to a run with half a body",
            a => a with { Body = a.Body[..(a.Body.Length / 2)] },
            "status/*",
            "workflowRunId/*"
        ),
        Changes(
            "WrapsResponseOfRun",
            CreateRun,
            "wraps the response of a run into a member data",
            Around("""{"data":""", "}"),
            "status/required",
            "workflowRunId/required"
        ),
        Row("SharesRunIds", "gives four run identifiers in turn", ["CreateWorkflowRun/runs/distinct"], FourRunIdsInTurn)
            .AlsoBreaking("CreateWorkflowRun/*"),
    ];

    /// <summary>The response that accepts a request is changed.</summary>
    private static Mutant Changes(
        string name,
        NovaActOperation operation,
        string says,
        Func<Response, Response> change,
        params ImmutableArray<string> breaks
    ) =>
        Row(
                name,
                says,
                [.. breaks.Select(id => $"{operation}/response/{id}")],
                () => Twists.Finishing(operation, response => response.Status == 201 ? change(response) : response)
            )
            // Without what tells runs apart, nothing else that compares them can be tested.
            .AlsoBreaking($"{operation}/response/*");

    private static Func<Response, Response> Status(int wrong) => response => response with { Status = wrong };

    private static Func<Response, Response> Type(string wrong) =>
        response => response.WithHeader("Content-Type", wrong);

    private static Func<Response, Response> Around(string before, string behind) =>
        response =>
            response with
            {
                Body = Encoding.UTF8.GetBytes(before + Encoding.UTF8.GetString(response.Body.Span) + behind),
            };

    /// <summary>One member of the response that accepts a run is changed.</summary>
    private static Mutant ChangesRun(string name, string says, string breaks, Action<JsonObject> change) =>
        Changes(name, CreateRun, says, a => a.Rewritten(change), breaks);

    private static void RenameRunId(JsonObject run)
    {
        run["id"] = run["workflowRunId"]!.DeepClone();
        run.Remove("workflowRunId");
    }

    /// <summary>Ids of runs are written in another form, everywhere.</summary>
    private static Mutant WritesRunIds(string name, string how, Func<Guid, string> write) =>
        Row(
            name,
            $"gives ids of runs {how}",
            ["CreateWorkflowRun/response/workflowRunId/pattern"],
            () => Twists.Correct with { WriteRunId = write, RunIdInPath = _ => null }
        );

    /// <summary>One member of the response that accepts a definition is changed.</summary>
    private static Mutant ChangesDefinition(string name, string says, string breaks, Action<JsonObject> change) =>
        Changes(name, CreateDefinition, says, a => a.Rewritten(change), breaks);

    private static NovaActBehaviour FourRunIdsInTurn()
    {
        var serial = new Serial();
        return Twists.Responding(
            CreateRun,
            (_, response) =>
                response.Status == 201
                    ? response.Rewritten(o =>
                        o["workflowRunId"] = $"0f8fad5b-d9cb-469f-a165-70867728950{serial.Next() % 4}"
                    )
                    : response
        );
    }
}
