using System.Globalization;

namespace Conformance.Engine.Webhooks;

/// <summary>Shows where two texts begin to differ, where they are too long to be shown.</summary>
internal static class TextDifference
{
    private const int Most = 160;
    private const int Before = 40;

    /// <summary>Both texts as they are, or what surrounds their first difference.</summary>
    public static (string One, string Other) Excerpts(string one, string other)
    {
        if (one.Length <= Most && other.Length <= Most)
            return (one, other);
        var from = Math.Max(one.AsSpan().CommonPrefixLength(other) - Before, 0);
        return (Cut(one, from), Cut(other, from));
    }

    private static string Cut(string text, int from)
    {
        if (text.Length <= Most)
            return text;
        from = Boundary(text, Math.Min(from, text.Length));
        var to = Boundary(text, Math.Min(from + Most, text.Length));
        var (front, behind) = (from > 0 ? "…" : "", to < text.Length ? "…" : "");
        var length = text.Length.ToString("N0", CultureInfo.InvariantCulture);
        return $"{front}{text[from..to]}{behind} ({length} characters)";
    }

    /// <summary>Half a character is none.</summary>
    private static int Boundary(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
