using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>What is read back differs from what was sent.</summary>
internal static class ReadBack
{
    private const int TimesNotFound = 20;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        ShowsDefinition("ShowsAnotherName", "shows another name than it was given", o => o["name"] = "other"),
        ShowsDefinition("LosesDescription", "loses the description", o => o.Remove("description")),
        ShowsDefinition(
            "CutsStoredDescription",
            "keeps the first twenty characters of a description",
            o =>
            {
                if (o["description"]?.GetValue<string>() is { Length: > 20 } text)
                    o["description"] = text[..20];
            }
        ),
        ShowsDefinition("LosesExportConfig", "loses exportConfig", o => o.Remove("exportConfig")),
        ShowsRun("DoesNotFindTheRunItStarted", "shows another id than it gave", o => o["workflowRunId"] = "x"),
        ShowsRun(
            "ShowsAnotherModel",
            "shows its own model in place of the one asked for",
            o => o["modelId"] = "the-default-model"
        ),
        ShowsRun("LosesLogGroup", "loses logGroupName", o => o.Remove("logGroupName")),
        Row(
            "ShowsRunsLate",
            "does not find a run the first twenty times",
            ["CreateWorkflowRun/supporting/get-shows-what-was-created"],
            ShowsRunsLate
        ),
    ];

    private static Mutant ShowsDefinition(string name, string says, Action<JsonObject> change) =>
        Shows(name, says, CreateDefinition, NovaActOperation.GetWorkflowDefinition, change);

    private static Mutant ShowsRun(string name, string says, Action<JsonObject> change) =>
        Shows(name, says, CreateRun, NovaActOperation.GetWorkflowRun, change);

    private static Mutant Shows(
        string name,
        string says,
        NovaActOperation creates,
        NovaActOperation reads,
        Action<JsonObject> change
    ) =>
        Row(
            name,
            says,
            [$"{creates}/supporting/get-shows-what-was-created"],
            () => Twists.Finishing(reads, response => response.Status == 200 ? response.Rewritten(change) : response)
        );

    /// <summary>What was started shows only to those who ask for longer than anybody waits.</summary>
    private static NovaActBehaviour ShowsRunsLate()
    {
        var asked = new ConcurrentDictionary<string, int>();
        // The first look at the target finds the operation there, so what it asks for is found.
        return Twists.Responding(
            NovaActOperation.GetWorkflowRun,
            (call, response) =>
                asked.AddOrUpdate(call.RunId, 1, (_, times) => times + 1) <= TimesNotFound && asked.Count > 1
                    ? Twists.Correct.Handle(call with { RunId = Guid.Empty.ToString("D") })
                    : response
        );
    }
}
