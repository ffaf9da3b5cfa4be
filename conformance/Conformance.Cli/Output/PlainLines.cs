using Conformance.Reports.Text;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>Lines that are written as they stand.</summary>
internal static class PlainLines
{
    private const char PictureOfLineFeed = '␊';

    /// <summary>Writes one line. The console's own method folds it at the width and so breaks commands and paths.</summary>
    public static void Line(this IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);

    /// <summary>Writes what may hold a target's bytes: on one line, and unable to steer the terminal.</summary>
    public static void UntrustedLine(this IAnsiConsole console, string text) =>
        console.Line(VisibleText.Of(text).Replace('\n', PictureOfLineFeed));
}
