using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;

namespace Conformance.Apis.Pennsieve;

/// <summary>How each behaviour in Pennsieve's register is tested.</summary>
internal static class PennsieveModule
{
    private const string Run = "CreateWorkflowRun";
    private const string Configuration = Modes.Configuration;

    public static readonly ApiModule Module = new(
        "pennsieve",
        [
            Of("modes/by-instance", Modes.ByInstance),
            Of("modes/by-configuration", Modes.ByConfiguration, Configuration),
            Of("modes/both", Modes.RejectBoth, Configuration),
            Of("modes/neither", Modes.RejectNeither),
            Of("modes/find-or-create-same-instance", Instances.AreFoundAgain, Configuration),
            Of("modes/another-configuration", Instances.AreOthersForOthers, Configuration),
            Of("modes/names-the-instance", Instances.AreNamed),
            Of("modes/unknown-instance", Modes.RejectUnknownInstance),
            Of("runs/distinct", RunIds.AreDistinct),
            Of("label/default", Labels.BeginWithRun),
            Of("label/given", Labels.AreKept),
            Of("label/empty", Labels.ObserveEmpty),
            Of("nodes/unknown-data-source", Nodes.RejectUnknown("dataSources"), "dataSources"),
            Of("nodes/unknown-data-target", Nodes.ObserveUnknown("dataTargets"), "dataTargets"),
            Of("nodes/unknown-processor", Nodes.ObserveUnknown("processorParams"), "processorParams"),
            Of("nodes/unknown-tag", Nodes.ObserveUnknown("tags"), "tags"),
            Of("tags/leave-the-definition-alone", Tags.LeaveTheDefinitionAlone, "tags", Tags.Definition),
            Of("layers/unknown", Layers.RejectUnknown, "layers"),
            Of("layers/not-ready", Layers.RejectUnready, "layers", Layers.Unready),
            Of("budget/zero", Budgets.AcceptZero),
            Of("budget/omitted", Budgets.AcceptNone),
            Of("budget/negative", Budgets.ObserveNegative),
            .. Webhooks,
        ]
    );

    private static ImmutableArray<Scenario> Webhooks =>
        [
            Webhook("one-at-the-end", OneWebhook.ComesAtTheEnd) with
            {
                RunsLast = true,
            },
            Webhook("none-without-url", OneWebhook.IsNotSentUnasked) with
            {
                RunsLast = true,
                // All on one connection: what a target keeps for a connection shows.
                Across = Across.None,
            },
            Webhook("none-for-a-rejected-run", RejectedRuns.CallNobody) with
            {
                Begins = Callbacks.Beginning(RejectedRuns.AreSent),
                RunsLast = true,
                Across = Across.None,
            },
            Webhook("url-unchanged", CallbackUrls.AreCalledAsGiven) with
            {
                RunsLast = true,
                Across = Across.None,
            },
            Of("concurrency/own-webhooks", Callbacks.Receiving(OwnWebhooks.CarryTheirOwn)) with
            {
                Across = Across.None,
            },
            Webhook("status", Endings.AreTold),
            Webhook("failed-run", Endings.AreToldAs("FAILED", Endings.Failing), Endings.Failing),
            Webhook("canceled-run", Endings.AreToldAs("CANCELED", Endings.Canceled), Endings.Canceled),
            Webhook("context-unchanged", Contexts.ComeBackUnchanged) with
            {
                RunsLast = true,
                Across = Across.None,
            },
            Webhook("signed", Signatures.AreThere) with
            {
                RunsLast = true,
            },
            Webhook("signature-valid", Signatures.AreValid) with
            {
                RunsLast = true,
            },
            Webhook("slow-receiver", Receivers.ObserveSlow),
            Webhook("failing-receiver", Receivers.ObserveFailing),
            Webhook("resetting-receiver", Receivers.ObserveResetting),
        ];

    private static Scenario Webhook(string behaviour, Func<TestSession, Task<Finding>> run, params string[] needs) =>
        // A run may take long.
        Of($"webhook/{behaviour}", Callbacks.Receiving(run), needs) with
        {
            Across = Across.Some,
        };

    private static Scenario Of(string behaviour, Func<TestSession, Task<Finding>> run, params string[] needs) =>
        new(behaviour, run) { Operation = Run, Needs = [.. needs] };
}
