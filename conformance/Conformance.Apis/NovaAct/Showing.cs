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
    public static Task<Finding> Definition(TestSession test) => InRounds(test, "GetWorkflowDefinition", OneDefinition);

    /// <summary>GetWorkflowRun gives the run's id, its model and its log group.</summary>
    public static Task<Finding> Run(TestSession test) => InRounds(test, "GetWorkflowRun", OneRun);

    private static async Task<Finding> InRounds(TestSession test, string reads, Func<TestSession, Task<Finding>> show)
    {
        if (!test.Session.Capabilities.Has(reads))
            return Finding.Skipped(SkipReason.NotObservable, test.Session.Capabilities.WhyNot(reads));
        var shown = Finding.Passed(0);
        for (var round = 0; round < test.Session.Profile.Rounds && shown.Outcome == Outcome.Passed; round++)
        {
            test.BeginCase();
            shown = await show(test);
        }
        return shown;
    }

    private static async Task<Finding> OneDefinition(TestSession test)
    {
        var (request, _) = await WithEverything(
            test,
            r => r.With(test.MemberOf("description"), new JsonText(Description))
        );
        var name = Definitions.NameIn(request);
        var shown = await test.Send(Definitions.Get(test, name), "the definition read back");
        return Compare(
            test,
            shown,
            request,
            ["name", "description", "exportConfig.s3BucketName", "exportConfig.s3KeyPrefix"]
        );
    }

    private static async Task<Finding> OneRun(TestSession test)
    {
        var (request, created) = await WithEverything(test, r => r);
        if (Creation.IdOf(created) is not { } id)
            return Finding.Skipped(SkipReason.NotIsolated, "the answer gives no workflowRunId to read the run back by");
        var shown = await test.Send(Runs.Get(test, request, id), "the run read back");
        UnreadResponseException.ThrowIfUnread(shown);
        if (shown.IsAccepted() && shown.Text("workflowRunId") is var read && read != id)
            return test.Fails(
                "reading back workflowRunId",
                $"\"{id}\" as given",
                read is null ? "none" : $"\"{read}\""
            );
        return Compare(test, shown, request, ["modelId", "logGroupName"]);
    }

    /// <summary>
    /// A request with every member; where it is refused, without those whose values a target may look up (interpretation R24).
    /// </summary>
    private static async Task<(RequestDraft Request, Exchange Created)> WithEverything(
        TestSession test,
        Func<RequestDraft, RequestDraft> with
    )
    {
        var full = with(test.Full(test.Operation));
        var created = await test.SendValid(full, "a request with every member");
        if (created.IsAccepted())
            return (full, created);
        var sure = with(test.FullOfSureValues(test.Operation));
        return (sure, await test.Arrange(sure, "the same without what may be looked up"));
    }

    private static Finding Compare(TestSession test, Exchange shown, RequestDraft request, string[] members)
    {
        if (shown.SaysNothing())
            return Finding.Errored($"reading back what was created: {shown.InWords()}");
        if (!shown.IsAccepted())
            return test.Fails("reading back what was created", "it to be found", shown.InWords());
        UnreadResponseException.ThrowIfUnread(shown);
        if (shown.Json() is not { ValueKind: JsonValueKind.Object })
            return test.Fails("reading back what was created", "a JSON object", shown.InWords());
        foreach (var member in members)
            if (request.TextAt(test.MemberOf(member)) is { } sent && TextAt(shown, member) is var read && read != sent)
                return test.Fails(
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
            at = at is { ValueKind: JsonValueKind.Object } container ? ExchangeReading.Member(container, name) : null;
        return at is { ValueKind: JsonValueKind.String } value && ReceivedJson.TryText(value, out var text)
            ? text
            : null;
    }
}
