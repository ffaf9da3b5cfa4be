namespace Conformance.Generators.Texts;

/// <summary>A text that can be cut to any smaller number of code points, around an identity that stays.</summary>
internal sealed class TextCut
{
    private readonly string text;
    private readonly KeptEnd kept;

    // Where each code point begins, and where the last one ends; half of a surrogate pair is one.
    private readonly ImmutableArray<int> starts;
    private readonly int identityAt;
    private readonly int identityLength;

    public TextCut(string text, string identity, KeptEnd kept)
    {
        (this.text, this.kept) = (text, kept);
        starts = StartsIn(text);
        var at = identity.Length == 0 ? -1 : text.IndexOf(identity, StringComparison.Ordinal);
        identityAt = at < 0 ? 0 : Math.Max(0, starts.IndexOf(at));
        identityLength = at < 0 ? 0 : StartsIn(identity).Length - 1;
    }

    /// <summary>The text's code points.</summary>
    public int Length => starts.Length - 1;

    /// <summary>
    /// The text with this many code points, the most alike first. A pattern may ask for something at its ends, or in between:
    /// so a stretch is taken out at several places, and last all but the identity is made alike.
    /// </summary>
    public IEnumerable<string> To(int length)
    {
        var (free, less) = (Length - identityLength, Length - length);
        if (less > free)
            return [];
        int[] places = [free - less, free - less - 1, (free - less) / 2, 1, 0];
        return (kept == KeptEnd.Start ? places : places.Reverse())
            .Where(place => place >= 0 && place + less <= free)
            .Distinct()
            .Select(place => Without(place, less))
            .Append(Alike(length))
            .Distinct();
    }

    /// <summary>The text without a stretch of what is not its identity.</summary>
    private string Without(int place, int count)
    {
        var before = Math.Clamp(identityAt - place, 0, count);
        var first = Math.Min(place, identityAt);
        var second = Math.Max(place, identityAt) + identityLength;
        return before == 0 ? Part(0, second) + Part(second + count, Length)
            : before == count ? Part(0, first) + Part(first + count, Length)
            : Part(0, first)
                + Part(first + before, identityAt + identityLength)
                + Part(identityAt + identityLength + count - before, Length);
    }

    private string Alike(int length)
    {
        var before = Math.Min(identityAt, length - identityLength);
        return new string('a', before)
            + Part(identityAt, identityAt + identityLength)
            + new string('a', length - identityLength - before);
    }

    private string Part(int from, int to) => text[starts[from]..starts[to]];

    private static ImmutableArray<int> StartsIn(string text)
    {
        var found = ImmutableArray.CreateBuilder<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += IsPair(text, at) ? 2 : 1)
            found.Add(at);
        found.Add(text.Length);
        return found.ToImmutable();
    }

    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
