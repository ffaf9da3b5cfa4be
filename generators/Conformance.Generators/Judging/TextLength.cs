using System.Text;

namespace Conformance.Generators.Judging;

/// <summary>A text's length in the units that readers count by (reading R4).</summary>
internal readonly record struct TextLength(int InCodePoints, int InUtf16Units, int InUtf8Bytes)
{
    public static TextLength Of(string text) =>
        new(text.EnumerateRunes().Count(), text.Length, Encoding.UTF8.GetByteCount(text));

    public Fit AtLeast(int limit) =>
        InCodePoints >= limit ? Fit.Keeps
        : InUtf8Bytes < limit ? Fit.Breaks
        : Fit.Disputed;

    public Fit AtMost(int limit) =>
        InCodePoints > limit ? Fit.Breaks
        : InUtf8Bytes <= limit ? Fit.Keeps
        : Fit.Disputed;
}
