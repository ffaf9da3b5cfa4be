using System.Globalization;
using System.Text;

namespace Conformance.Cli.Tests;

/// <summary>Does something as soon as a text is written.</summary>
internal sealed class NoticingWriter(string awaited, Action notice) : StringWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(string? value)
    {
        base.Write(value);
        if (value?.Contains(awaited, StringComparison.Ordinal) ?? false)
            notice();
    }
}
