using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Html;

/// <summary>The sign of a standing: a shape beside the colour, for those who can't tell colours apart or print in black.</summary>
internal static class Mark
{
    /// <summary>From the gravest to the best.</summary>
    public static IReadOnlyList<Standing> Order { get; } =
    [Standing.Failed, Standing.Errored, Standing.Warning, Standing.Skipped, Standing.Passed];

    public static string Glyph(Standing standing) =>
        standing switch
        {
            Standing.Failed => "✕",
            Standing.Warning => "△",
            Standing.Errored => "!",
            Standing.Skipped => "–",
            _ => "✓",
        };

    public static string Class(Standing standing) => $"is-{Words.Of(standing)}";

    public static string Class(ConclusionKind kind) =>
        kind switch
        {
            ConclusionKind.Conformant => "is-passed",
            ConclusionKind.NotConformant => "is-failed",
            _ => "is-undecided",
        };
}
