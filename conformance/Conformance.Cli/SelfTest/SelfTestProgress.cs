using Conformance.Cli.Output;
using Spectre.Console;

namespace Conformance.Cli.SelfTest;

/// <summary>Tells how far the self-test is: a line that is overwritten on a terminal, a line now and then in a log.</summary>
internal sealed class SelfTestProgress(IAnsiConsole console, TimeProvider time)
    : IProgress<(int Done, int Of)>,
        IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly bool _isLive = console.Profile.Capabilities.Ansi;
    private long _last = time.GetTimestamp();

    public void Report((int Done, int Of) value)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_last) < (_isLive ? OnTerminal : InLog))
                return;
            _last = time.GetTimestamp();
            var text = $"  {value.Done}/{value.Of} runs against implementations done";
            if (_isLive)
                console.Write(new ControlCode($"\r\u001b[2K{text}"));
            else
                console.Line(text);
        }
    }

    public void Dispose()
    {
        if (_isLive)
            console.Write(new ControlCode("\r\u001b[2K"));
    }
}
