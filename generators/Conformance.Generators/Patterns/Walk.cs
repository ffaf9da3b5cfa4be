namespace Conformance.Generators.Patterns;

/// <summary>Walks of exact length through an automaton: every way that still leads to a member is as likely as the next.</summary>
internal readonly record struct Walk(StateTable Table, Reach Reach)
{
    private const int RollBits = 31;

    /// <summary>Spells the rest of a member into the text.</summary>
    /// <param name="text">As long as the rest is to be; from the state, a member has to be within exactly so many steps.</param>
    /// <param name="state">Where the walk begins.</param>
    /// <param name="draw">Decides each character.</param>
    /// <param name="wanted">Characters to prefer, or null; those that are used are taken out.</param>
    public void Fill(Span<char> text, int state, Draw draw, ISet<char>? wanted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var open = Reach.In(text.Length - i - 1);
            var edges = Table.Edges[state].AsSpan();
            (text[i], state) =
                wanted is { Count: > 0 } && Wanted(edges, open, wanted) is { } found
                    ? found
                    : Chosen(edges, open, draw.Roll(i));
        }
    }

    private static (char, int)? Wanted(ReadOnlySpan<Edge> edges, bool[] open, ISet<char> wanted)
    {
        foreach (var way in edges)
        {
            if (open[way.To] && Characters.TakeFrom(way.Characters, wanted) is { } found)
                return (found, way.To);
        }
        return null;
    }

    // The roll is a fraction of 31 bits: its share of the ways chooses one, the rest of it a character of that way.
    private static (char, int) Chosen(ReadOnlySpan<Edge> edges, bool[] open, int roll)
    {
        var ways = 0;
        foreach (ref readonly var way in edges)
            ways += open[way.To] ? 1 : 0;
        var share = (long)roll * ways;
        var index = (int)(share >> RollBits);
        foreach (ref readonly var way in edges)
        {
            if (!open[way.To] || index-- > 0)
                continue;
            var rest = share & ((1L << RollBits) - 1);
            return ((char)(way.Characters.Min + (int)((rest * way.Characters.Width) >> RollBits)), way.To);
        }
        throw new ArgumentException("expected a state from which a member can be reached in so many steps");
    }
}
