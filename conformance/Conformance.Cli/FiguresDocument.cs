using System.Text;
using Conformance.Cli.Output;
using Conformance.Reports;
using Conformance.Reports.Text;
using Conformance.Reports.Writing;

namespace Conformance.Cli;

/// <summary>The document of <c>--figures</c>, which a command writes figures into between its marks.</summary>
internal static class FiguresDocument
{
    private const int MostBytes = 16 << 20;

    /// <summary>Finds out before anything is measured, not after it, that the figures have no place.</summary>
    /// <exception cref="UsageException">There is no such document, or it lacks a block.</exception>
    public static string Checked(string file, params ReadOnlySpan<string> blocks)
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
        if (OutputDirectory.ProblemOf(file) is { } problem)
            throw new UsageException($"--figures: {Shortened.OnALine(file)} can't be written: {problem}");
        foreach (var block in blocks)
            if (MarkedBlock.In(text, block) is null)
                throw new UsageException(
                    $"--figures: {Shortened.OnALine(file)} lacks the block {block}; add the lines <!-- begin {block} --> and <!-- end {block} -->"
                );
        return file;
    }

    /// <summary>Writes the document with its figures, and says where that fails.</summary>
    /// <returns>Whether it was written.</returns>
    public static async Task<bool> Update(string file, Func<string, string> withFigures, Terminal terminal)
    {
        try
        {
            var updated = withFigures(await File.ReadAllTextAsync(file));
            await WholeFile.Write(file, Encoding.UTF8.GetBytes(updated), CancellationToken.None);
            terminal.Out.Line($"figures: {file}");
            return true;
        }
        catch (Exception e) when (e is UnwrittenFileException or IOException or UnauthorizedAccessException)
        {
            terminal.Error.UntrustedLine($"conformance: {e.Message}");
            return false;
        }
    }
}
