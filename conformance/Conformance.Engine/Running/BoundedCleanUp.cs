using Conformance.Engine.Testing;

namespace Conformance.Engine.Running;

/// <summary>Cleaning up that ends in time, however slow the target is and whoever waits for it.</summary>
internal static class BoundedCleanUp
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // What interrupts a run kills it some 10 seconds later, and the report has to be written by then.
    private static readonly TimeSpan LongestAfterCancelling = TimeSpan.FromSeconds(5);

    /// <summary>Deletes what the run made, as long as there is time.</summary>
    /// <param name="session">The session that made it.</param>
    /// <param name="options">Clock, parallelism, and what ends it at once.</param>
    /// <param name="note">Told where something may be left that nobody knows of.</param>
    /// <param name="cancel">The run was cancelled: it has to end soon, also where it has begun already.</param>
    /// <returns>What could not be deleted, as <c>operation id</c>.</returns>
    public static async Task<ImmutableArray<string>> Run(
        ApiSession session,
        RunOptions options,
        Action<string> note,
        CancellationToken cancel
    )
    {
        using var deadline = new CancellationTokenSource(Longest, options.Time);
        using var sooner = cancel.Register(() => deadline.CancelAfter(LongestAfterCancelling));
        using var now = options.Hurry.Register(deadline.Cancel);
        try
        {
            return await CleanUp.Run(session, options.Parallelism, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            note(MayBeLeft(session, options));
            return [];
        }
    }

    /// <summary>What the report says where cleaning up came to no end.</summary>
    public static string MayBeLeft(ApiSession session, RunOptions options) =>
        $"{session.Api.Title}: cleaning up was cut short; what begins with {options.RunId} may be left on the target.";
}
