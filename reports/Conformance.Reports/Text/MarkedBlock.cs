namespace Conformance.Reports.Text;

/// <summary>
/// A part of a Markdown document that a command writes: between <c>&lt;!-- begin NAME --&gt;</c> and
/// <c>&lt;!-- end NAME --&gt;</c>, each on a line of its own.
/// </summary>
public static class MarkedBlock
{
    /// <summary>What stands in the block of this name; null where the document has none.</summary>
    public static string? In(string document, string name)
    {
        var (from, to) = Bounds(document, name);
        return from < 0 || to < from ? null : document[from..to].Trim('\n');
    }

    /// <summary>The document with this text in the block of this name.</summary>
    /// <exception cref="FormatException">The document has no such block.</exception>
    public static string Replace(string document, string name, string text)
    {
        var (from, to) = Bounds(document, name);
        if (from < 0 || to < from)
            throw new FormatException($"expected the lines '{Begin(name)}' and '{End(name)}', got none; add them");
        return $"{document[..from]}\n\n{text.Trim('\n')}\n\n{document[to..]}";
    }

    private static (int From, int To) Bounds(string document, string name)
    {
        var begin = document.IndexOf(Begin(name), StringComparison.Ordinal);
        return begin < 0
            ? (-1, -1)
            : (begin + Begin(name).Length, document.IndexOf(End(name), begin, StringComparison.Ordinal));
    }

    private static string Begin(string name) => $"<!-- begin {name} -->";

    private static string End(string name) => $"<!-- end {name} -->";
}
