using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Engine.Running;

/// <summary>Keeps a fault of the kit where it happened: what was found before and beside it stays found.</summary>
/// <param name="progress">Told of each fault; null for nobody.</param>
internal sealed class KitFaults(IProgress<RunEvent>? progress)
{
    private readonly ConcurrentQueue<string> _met = new();

    /// <summary>What failed, in words, in the order in which it happened.</summary>
    public ImmutableArray<string> Met => [.. _met];

    /// <summary>A fault in one line.</summary>
    public static string InWords(Exception fault) =>
        $"the kit failed: {fault.GetType().Name}: {fault.Message}; please report this";

    /// <summary>Does the work, or else what there is instead of it.</summary>
    /// <param name="doing">What is done, in words: <c>cleaning up</c>.</param>
    /// <param name="work">The work.</param>
    /// <param name="otherwise">What comes of it where the kit fails.</param>
    /// <param name="cancel">Ends the work; that is no fault.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever goes wrong here is the kit's fault: it is noted, and the run goes on."
    )]
    public async Task<T> Keep<T>(
        string doing,
        Func<Task<T>> work,
        Func<Exception, T> otherwise,
        CancellationToken cancel
    )
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            Note(doing, fault);
            return otherwise(fault);
        }
    }

    /// <summary>Notes a fault that somebody else has kept.</summary>
    public void Note(string doing, Exception fault)
    {
        _met.Enqueue($"while {doing}, {InWords(fault)}.");
        progress?.Report(new KitFailed(doing, fault));
    }
}
