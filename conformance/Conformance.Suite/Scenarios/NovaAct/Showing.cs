using System.Text.Json;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Suite.Proving;

namespace Conformance.Suite.Scenarios.NovaAct;

/// <summary>What was created can be read back as it was sent, where the target has the operation for it.</summary>
public static class Showing
{
    // Composed letters, letters of other scripts and a character beyond 16 bits: what a wrong encoding damages.
    private const string Description = "Grüße, żółw, 世界 and 😀";

    /// <summary>GetWorkflowDefinition gives the name and the description.</summary>
    public static Task<Finding> Definition(Workbench bench) => InRounds(bench, "GetWorkflowDefinition", OneDefinition);

    /// <summary>GetWorkflowRun gives the run's id and its model.</summary>
    public static Task<Finding> Run(Workbench bench) => InRounds(bench, "GetWorkflowRun", OneRun);

    private static async Task<Finding> InRounds(Workbench bench, string reads, Func<Workbench, Task<Finding>> show)
    {
        if (!bench.Session.Capabilities.Has(reads))
            return Finding.Skipped(SkipReason.NotObservable, $"the target has no {reads}");
        var shown = Finding.Passed(0);
        for (var round = 0; round < bench.Session.Profile.Rounds && shown.Outcome == Outcome.Passed; round++)
        {
            bench.BeginCase();
            shown = await show(bench).ConfigureAwait(false);
        }
        return shown;
    }

    private static async Task<Finding> OneDefinition(Workbench bench)
    {
        var request = bench.Valid(bench.Operation).With(bench.MemberOf("description"), new JsonText(Description));
        await bench.Arrange(request, "a definition with a description").ConfigureAwait(false);
        var name = Definitions.NameIn(request);
        var shown = await bench.Send(Definitions.Get(bench, name), "the definition read back").ConfigureAwait(false);
        return Compare(bench, shown, [("name", name), ("description", Description)]);
    }

    private static async Task<Finding> OneRun(Workbench bench)
    {
        var request = Runs.Fresh(bench);
        var created = await bench.Arrange(request, "a run").ConfigureAwait(false);
        if (Creation.IdOf(created) is not { } id)
            return Finding.Skipped(SkipReason.NotIsolated, "the answer gives no workflowRunId to read the run back by");
        var shown = await bench.Send(Runs.Get(bench, request, id), "the run read back").ConfigureAwait(false);
        return Compare(bench, shown, [("workflowRunId", id), ("modelId", request.TextAt(bench.MemberOf("modelId"))!)]);
    }

    private static Finding Compare(Workbench bench, Exchange shown, (string Member, string Sent)[] members)
    {
        if (shown.SaysNothing())
            return Finding.Errored($"reading back what was created: {shown.InWords()}");
        if (!shown.IsAccepted())
            return bench.Fails("reading back what was created", "it to be found", shown.InWords());
        if (shown.Json() is not { ValueKind: JsonValueKind.Object })
            return bench.Fails("reading back what was created", "a JSON object", shown.InWords());
        foreach (var (member, sent) in members)
            if (shown.Text(member) is var read && read != sent)
                return bench.Fails(
                    $"reading back {member}",
                    $"\"{sent}\" as sent",
                    read is null ? "none" : $"\"{read}\""
                );
        return Finding.Passed(members.Length);
    }
}
