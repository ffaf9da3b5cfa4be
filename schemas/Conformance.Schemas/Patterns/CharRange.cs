namespace Conformance.Schemas.Patterns;

/// <summary>Characters from <paramref name="Min"/> to <paramref name="Max"/>, both included.</summary>
public readonly record struct CharRange(char Min, char Max)
{
    public static readonly ImmutableArray<CharRange> Digits = [new('0', '9')];
    public static readonly ImmutableArray<CharRange> Word =
    [
        new('0', '9'),
        new('A', 'Z'),
        new('_', '_'),
        new('a', 'z'),
    ];
    public static readonly ImmutableArray<CharRange> Space = [new('\t', '\r'), new(' ', ' ')];
    public static readonly ImmutableArray<CharRange> LineEnds = [new('\n', '\n'), new('\r', '\r')];

    // The engine's alphabet is UTF-16 units: a class must never yield half a character.
    private const char LastBeforeSurrogates = '\uD7FF';
    private const char FirstAfterSurrogates = '\uE000';

    public int Width => Max - Min + 1;

    public bool Contains(char c) => c >= Min && c <= Max;

    /// <summary>The same characters in as few ranges as can be, rising and apart.</summary>
    public static ImmutableArray<CharRange> Merged(IEnumerable<CharRange> ranges)
    {
        var merged = new List<CharRange>();
        foreach (var range in ranges.OrderBy(r => r.Min))
        {
            if (merged.Count > 0 && range.Min <= merged[^1].Max + 1)
                merged[^1] = new CharRange(merged[^1].Min, (char)Math.Max(merged[^1].Max, range.Max));
            else
                merged.Add(range);
        }
        return [.. merged];
    }

    /// <summary>Every character outside these ranges but surrogates.</summary>
    public static ImmutableArray<CharRange> Complement(IEnumerable<CharRange> ranges)
    {
        var taken = ranges.Append(new CharRange((char)(LastBeforeSurrogates + 1), (char)(FirstAfterSurrogates - 1)));
        var free = ImmutableArray.CreateBuilder<CharRange>();
        var next = 0;
        foreach (var range in taken.OrderBy(r => r.Min))
        {
            if (range.Min > next)
                free.Add(new CharRange((char)next, (char)(range.Min - 1)));
            next = Math.Max(next, range.Max + 1);
        }
        if (next <= char.MaxValue)
            free.Add(new CharRange((char)next, char.MaxValue));
        return free.ToImmutable();
    }
}
