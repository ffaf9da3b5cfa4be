using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>What a target does with receivers that fail: the document says nothing, so it is recorded.</summary>
internal static class Receivers
{
    // A target may try again much later; what is recorded says how long was waited.
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(5);

    /// <summary>The first delivery gets 500.</summary>
    public static Task<Finding> ObserveFailing(TestSession test) =>
        Observe(test, "a receiver that responds with 500 first", Replying.First(1, Reply.Status(500)));

    /// <summary>The first delivery gets a reset of its connection.</summary>
    public static Task<Finding> ObserveResetting(TestSession test) =>
        Observe(test, "a receiver that first resets the connection", Replying.First(1, Reply.Reset));

    /// <summary>A delivery gets its response only when the webhook of a later run has arrived.</summary>
    public static async Task<Finding> ObserveSlow(TestSession test)
    {
        const string Says = "a receiver that responds only when the webhook of a later run has arrived";
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var slow = await Callbacks.Start(
                test,
                "a run with a callback that is slow",
                null,
                Replying.Always(Reply.Ok.When(released.Task))
            );
            if ((await Arrival.Of(test, slow)).Otherwise is { } silent)
                return silent;
            var later = await Callbacks.Start(test, "a later run");
            var isHeldUp = (await Arrival.Of(test, later)).Otherwise is not null;
            var again = slow.Own(slow.Callback.Deliveries).Length > 1 ? "; meanwhile it came again" : "";
            var saw = isHeldUp ? "no webhook of the later run" : "the webhook of the later run";
            return Finding.Observed(test.Observe("", Says, saw + again));
        }
        finally
        {
            released.SetResult();
        }
    }

    private static async Task<Finding> Observe(TestSession test, string says, Replies replies)
    {
        var run = await Callbacks.Start(test, "a run with a callback that fails", null, replies);
        if ((await Arrival.Of(test, run)).Otherwise is { } silent)
            return silent;
        var desk = test.Session.Webhooks;
        var patience = desk.Deadline < LongestPatience ? desk.Deadline : LongestPatience;
        var comesAgain = await run.Callback.WaitUntil(
            deliveries => run.Own(deliveries).Length > 1,
            patience,
            test.Cancel
        );
        var saw =
            !comesAgain ? $"it did not come again within {patience.TotalSeconds:0.##} s"
            : run.Own(run.Callback.Deliveries).Distinct().Length == 1 ? "it came again, the same"
            : "it came again, and says something else";
        return Finding.Observed(test.Observe("", says, saw));
    }
}
