using System.Text.Json;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.NovaAct;

/// <summary>What was created can be read back as it was sent, where the target has the operation for it.</summary>
public static class Showing
{
    // Composed letters, letters of other scripts, a character beyond 16 bits and those of markup: what is damaged on its
    // way into a store and back. Long, since columns of 255 characters are usual.
    private static readonly string Description =
        "Grüße, żółw, 世界 and 😀, <b>\"&amp;\" and 'quotes'</b>, "
        + string.Concat(Enumerable.Range(100, 100).Select(n => $"{n} "))
        + "end";

    /// <summary>GetWorkflowDefinition gives the name and every other member.</summary>
    public static Task<Finding> Definition(Workbench bench) => InRounds(bench, "GetWorkflowDefinition", OneDefinition);

    /// <summary>GetWorkflowRun gives the run's id, its model and its log group.</summary>
    public static Task<Finding> Run(Workbench bench) => InRounds(bench, "GetWorkflowRun", OneRun);

    private static async Task<Finding> InRounds(Workbench bench, string reads, Func<Workbench, Task<Finding>> show)
    {
        if (!bench.Session.Capabilities.Has(reads))
            return Finding.Skipped(SkipReason.NotObservable, bench.Session.Capabilities.WhyNot(reads));
        var shown = Finding.Passed(0);
        for (var round = 0; round < bench.Session.Profile.Rounds && shown.Outcome == Outcome.Passed; round++)
        {
            bench.BeginCase();
            shown = await show(bench);
        }
        return shown;
    }

    private static async Task<Finding> OneDefinition(Workbench bench)
    {
        var (request, _) = await WithEverything(
            bench,
            r => r.With(bench.MemberOf("description"), new JsonText(Description))
        );
        var name = Definitions.NameIn(request);
        var shown = await bench.Send(Definitions.Get(bench, name), "the definition read back");
        return Compare(
            bench,
            shown,
            request,
            ["name", "description", "exportConfig.s3BucketName", "exportConfig.s3KeyPrefix"]
        );
    }

    private static async Task<Finding> OneRun(Workbench bench)
    {
        var (request, created) = await WithEverything(bench, r => r);
        if (Creation.IdOf(created) is not { } id)
            return Finding.Skipped(SkipReason.NotIsolated, "the answer gives no workflowRunId to read the run back by");
        var shown = await bench.Send(Runs.Get(bench, request, id), "the run read back");
        UnreadResponseException.ThrowIfUnread(shown);
        if (shown.IsAccepted() && shown.Text("workflowRunId") is var read && read != id)
            return bench.Fails(
                "reading back workflowRunId",
                $"\"{id}\" as given",
                read is null ? "none" : $"\"{read}\""
            );
        return Compare(bench, shown, request, ["modelId", "logGroupName"]);
    }

    /// <summary>
    /// A request with every member; where it is refused, without those whose values a target may look up (reading R24).
    /// </summary>
    private static async Task<(RequestDraft Request, Exchange Created)> WithEverything(
        Workbench bench,
        Func<RequestDraft, RequestDraft> with
    )
    {
        var full = with(bench.Full(bench.Operation));
        var created = await bench.SendValid(full, "a request with every member");
        if (created.IsAccepted())
            return (full, created);
        var sure = with(bench.FullOfSureValues(bench.Operation));
        return (sure, await bench.Arrange(sure, "the same without what may be looked up"));
    }

    private static Finding Compare(Workbench bench, Exchange shown, RequestDraft request, string[] members)
    {
        if (shown.SaysNothing())
            return Finding.Errored($"reading back what was created: {shown.InWords()}");
        if (!shown.IsAccepted())
            return bench.Fails("reading back what was created", "it to be found", shown.InWords());
        UnreadResponseException.ThrowIfUnread(shown);
        if (shown.Json() is not { ValueKind: JsonValueKind.Object })
            return bench.Fails("reading back what was created", "a JSON object", shown.InWords());
        foreach (var member in members)
            if (request.TextAt(bench.MemberOf(member)) is { } sent && TextAt(shown, member) is var read && read != sent)
                return bench.Fails(
                    $"reading back {member}",
                    $"\"{sent}\" as sent",
                    read is null ? "none" : $"\"{read}\""
                );
        return Finding.Passed(members.Length);
    }

    private static string? TextAt(Exchange shown, string path)
    {
        var at = shown.Json();
        foreach (var name in path.Split('.'))
            at = at is { ValueKind: JsonValueKind.Object } container ? Saw.Member(container, name) : null;
        return at is { ValueKind: JsonValueKind.String } value && Saw.TryText(value, out var text) ? text : null;
    }
}
