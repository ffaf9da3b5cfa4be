using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Cli;

/// <summary>A document that a command writes figures into, between marks.</summary>
internal static class FiguresDocument
{
    private const int MostBytes = 16 << 20;

    /// <summary>Finds out before the work, not after it, that there is no place for the figures.</summary>
    /// <param name="file">The document.</param>
    /// <param name="blocks">Names of the blocks that are written.</param>
    /// <exception cref="UsageException">It can't be read, or lacks a block.</exception>
    public static void ThrowIfNot(string file, params ReadOnlySpan<string> blocks)
    {
        string text;
        try
        {
            text = GivenFile.Text(file, MostBytes);
        }
        catch (GivenFileException e)
        {
            throw new UsageException($"--figures: {e.Message}");
        }
        foreach (var block in blocks)
            if (MarkedBlock.In(text, block) is null)
                throw new UsageException(
                    $"--figures: {Shortened.OnALine(file)} lacks the block {block}; "
                        + $"add the lines <!-- begin {block} --> and <!-- end {block} -->"
                );
    }
}
