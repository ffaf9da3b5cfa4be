using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Conformance.Engine.Running;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Cli;

/// <summary>What the kit itself failed at in a run, with everything that its makers need to know.</summary>
internal sealed class FaultLog
{
    private readonly ConcurrentQueue<(string Doing, Exception Fault)> _faults = new();

    /// <summary>Whether the kit did not fail.</summary>
    public bool IsEmpty => _faults.IsEmpty;

    /// <summary>Notes a fault.</summary>
    /// <param name="doing">What was being done, in words.</param>
    /// <param name="fault">What went wrong.</param>
    public void Add(string doing, Exception fault) => _faults.Enqueue((doing, fault));

    /// <summary>Does what the verdict does not hang on.</summary>
    /// <returns>What comes of it; false where the kit fails at it.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever goes wrong in it must not take the verdict with it."
    )]
    public async Task<bool> Keep(string doing, Func<Task<bool>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault)
        {
            Add(doing, fault);
            return false;
        }
    }

    /// <summary>Notes what a run tells of faults, and passes all that it tells on.</summary>
    public IProgress<RunEvent> Watching(IProgress<RunEvent> next) => new Watch(this, next);

    /// <summary>Every fault with its stack trace, for whoever mends the kit.</summary>
    public string Text(RunReport report, Secrets secrets)
    {
        var text = new StringBuilder()
            .Append(
                "The kit itself failed; none of this is held against the target. Please report it with this file.\n\n"
            )
            .Append($"kit {report.KitVersion}, run {report.RunId}\n{report.Command}\n");
        foreach (var (doing, fault) in _faults)
            text.Append($"\nwhile {doing}:\n{fault}\n");
        return secrets.Redact(text.ToString());
    }

    private sealed class Watch(FaultLog log, IProgress<RunEvent> next) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            if (value is KitFailed failed)
                log.Add(failed.Doing, failed.Fault);
            next.Report(value);
        }
    }
}
