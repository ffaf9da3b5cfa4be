using System.Text;
using Conformance.Reports.Secrecy;
using Conformance.Reports.Text;

namespace Conformance.Cli.Output;

/// <summary>
/// Hands on whole lines, and what is left when it is flushed, without secrets and unable to give orders to a CI agent.
/// Safe for concurrent callers.
/// </summary>
/// <param name="inner">Where the text goes.</param>
/// <param name="secrets">What must not be in it.</param>
internal sealed class RedactingWriter(TextWriter inner, Secrets secrets) : TextWriter
{
    /// <summary>Where the text goes.</summary>
    public TextWriter Inner => inner;

    private readonly Lock _lock = new();
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            _line.Append(buffer);
            // What steers a terminal is meant for now, and ends no line.
            if (buffer.Contains('\u001b'))
                Flush();
            else if (buffer.Contains('\n'))
                HandOnLines();
        }
    }

    public override void WriteLine(string? value) => Write(value + new string(CoreNewLine));

    public override void Flush()
    {
        lock (_lock)
        {
            HandOn(_line.Length);
            inner.Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Flush();
        base.Dispose(disposing);
    }

    private void HandOnLines()
    {
        var text = _line.ToString();
        HandOn(text.LastIndexOf('\n') + 1);
        inner.Flush();
    }

    private void HandOn(int length)
    {
        if (length == 0)
            return;
        // Whoever notices the text may write in turn, or throw.
        var text = _line.ToString(0, length);
        _line.Remove(0, length);
        inner.Write(InertText.Of(secrets.Redact(text)));
    }
}
