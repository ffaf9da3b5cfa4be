using Conformance.Engine.Running;
using Conformance.Reports;
using Conformance.Reports.Text;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>
/// Tells how far the run is: a line that is overwritten on a terminal, a line every few seconds in a log.
/// </summary>
internal sealed class ProgressLine(IAnsiConsole console, TimeProvider time) : IProgress<RunEvent>, IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly bool _isLive = console.Profile.Capabilities.Ansi;
    private long _last = time.GetTimestamp();
    private int _planned;
    private int _done;
    private int _failed;
    private int _skippedOrErrored;
    private string _phase = "";

    public void Report(RunEvent value)
    {
        lock (_lock)
        {
            switch (value)
            {
                case RequirementsPlanned planned:
                    _planned = planned.Count;
                    break;
                case TargetContacted contacted:
                    _phase = $"testing {contacted.Target}";
                    Clear();
                    console.Line($"Testing {Words.Count(_planned, "requirement")} on {contacted.Target}");
                    break;
                case RequirementJudged judged:
                    Count(judged.Outcome);
                    Show(isForced: false);
                    break;
                case CleaningUp cleaning:
                    _phase = $"deleting {Words.Count(cleaning.Resources, "resource")}";
                    Show(isForced: true);
                    break;
            }
        }
    }

    public void Dispose() => Clear();

    private void Clear()
    {
        if (_isLive)
            console.Write(new ControlCode("\r\u001b[2K"));
    }

    private void Count(Outcome outcome)
    {
        _done++;
        if (outcome == Outcome.Failed)
            _failed++;
        else if (outcome != Outcome.Passed)
            _skippedOrErrored++;
    }

    private void Show(bool isForced)
    {
        if (!isForced && time.GetElapsedTime(_last) < (_isLive ? OnTerminal : InLog))
            return;
        _last = time.GetTimestamp();
        var text = $"  {_done}/{_planned} done · {_failed} failed · {_skippedOrErrored} skipped or errored · {_phase}";
        if (_isLive)
            console.Write(new ControlCode("\r\u001b[2K" + Fitting(text)));
        else
            console.Line(text);
    }

    /// <summary>A line that the terminal folded could not be overwritten.</summary>
    private string Fitting(string text) => text[..Math.Min(text.Length, Math.Max(0, console.Profile.Width - 1))];
}
