using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>
/// Texts of so many characters that readers give up, cut or overflow. They are made of one character, the same with every
/// draw: only their length is meant.
/// </summary>
internal static class FarTexts
{
    private static readonly ImmutableArray<int> InBodies = [Thoroughness.LargeText, Thoroughness.HugeText];

    // More than a file's name may have, more than many servers read of a line, and more than any reads.
    private static readonly ImmutableArray<int> InUris = [300, 9_000, Thoroughness.LargeText];

    /// <summary>The sizes that the draw has time for; in a URI only where it has time for all, since servers cut those first.</summary>
    public static IEnumerable<Sample> Beyond(MemberDraw draw, int max)
    {
        var most = draw.Draw.Thoroughness.LongestText;
        if (draw.Member.Place != Place.Body && most < Thoroughness.HugeText)
            return [];
        return (draw.Member.Place == Place.Body ? InBodies : InUris)
            .Where(length => length <= most && length > 2 * max)
            .Select(length =>
                Made(draw.Domain, length)
                    .As($"length-{length}", $"{length} characters, far beyond the maximum", Kind.Huge)
            );
    }

    /// <summary>One that the member's pattern admits, if such a plain one does.</summary>
    private static Text Made(TextDomain domain, int length)
    {
        var plain = new string('a', length);
        if (domain.Language is not { } language || language.Contains(plain))
            return new Text(plain, "");
        var around = language
            .Structural.Select(c => $"a{new string(c, length - 2)}a")
            .FirstOrDefault(language.Contains);
        return new Text(around ?? plain, "");
    }
}
