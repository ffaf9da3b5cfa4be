using System.Text;

namespace Conformance.Generators.Judging;

/// <summary>A text's length in the units that readers count by.</summary>
internal readonly record struct TextLength(int InCodePoints, int InUtf16Units, int InUtf8Bytes)
{
    public static TextLength Of(string text) => new(CodePointsOf(text), text.Length, Encoding.UTF8.GetByteCount(text));

    /// <summary>Code points; half of a surrogate pair counts as one.</summary>
    public static int CodePointsOf(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>Whether no half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
