using System.Text;
using Conformance.Reports.Secrecy;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>The console's way out: nothing passes with a secret in it, or with an order to a CI agent.</summary>
/// <param name="inner">Where the text goes.</param>
/// <param name="secrets">What must not be in it.</param>
internal sealed class RedactingOutput(IAnsiConsoleOutput inner, Secrets secrets) : IAnsiConsoleOutput
{
    public TextWriter Writer { get; } = new RedactingWriter(inner.Writer, secrets);

    public bool IsTerminal => inner.IsTerminal;

    public int Width => inner.Width;

    public int Height => inner.Height;

    public void SetEncoding(Encoding encoding) => inner.SetEncoding(encoding);
}
