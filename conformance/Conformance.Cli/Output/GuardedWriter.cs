using System.Text;

namespace Conformance.Cli.Output;

/// <summary>
/// Passes text on to a standard stream. What can't be written is dropped, as a run must not be lost for it: a stream that
/// its reader has closed is nobody's loss, a full disk is one and remembered.
/// </summary>
/// <param name="stream">The stream.</param>
internal sealed class GuardedWriter(TextWriter stream) : TextWriter(stream.FormatProvider)
{
    /// <summary>Why text was dropped that somebody wants; null where none was.</summary>
    public string? Lost { get; private set; }

    public override Encoding Encoding => stream.Encoding;

    public override void Write(char value) => Guard(() => stream.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => stream.Write(buffer, index, count));

    public override void Write(string? value) => Guard(() => stream.Write(value));

    public override void WriteLine(string? value) => Guard(() => stream.WriteLine(value));

    public override void Flush() => Guard(stream.Flush);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException e)
        {
            Lost ??= e.Message.TrimEnd('.');
        }
        catch (Exception e) when (e is UnauthorizedAccessException or ObjectDisposedException)
        {
            // The descriptor is closed.
        }
    }
}
