using System.Collections.Immutable;

namespace Conformance.Generators.Patterns;

/// <summary>The set of whole values that a pattern admits (reading R1), up to a longest length.</summary>
internal sealed class PatternLanguage
{
    private readonly StateTable _narrow;
    private readonly StateTable _broad;
    private readonly Reach _reach;

    private PatternLanguage(StateTable narrow, StateTable broad, int horizon)
    {
        _narrow = narrow;
        _broad = broad;
        _reach = new Reach(narrow, horizon);
        Lengths = [.. Enumerable.Range(0, horizon + 1).Where(length => _reach.CanAccept(0, length))];
        Alphabet = Characters.AlphabetOf(narrow);
        Representatives = Characters.RepresentativesOf(narrow);
    }

    /// <summary>The lengths that members have, in characters, rising, up to the horizon.</summary>
    public ImmutableArray<int> Lengths { get; }

    /// <summary>Every character that some member holds, rising.</summary>
    public ImmutableArray<char> Alphabet { get; }

    /// <summary>One character for each class of characters that no position tells apart.</summary>
    public ImmutableArray<char> Representatives { get; }

    /// <summary>The ASCII characters at the ends of the alphabet's ranges, and one of each class: few, and most likely to be got wrong.</summary>
    public ImmutableArray<char> Telling =>
        [
            .. Alphabet.Where(c =>
                char.IsAscii(c)
                && (
                    Representatives.Contains(c)
                    || !Alphabet.Contains((char)(c - 1))
                    || !Alphabet.Contains((char)(c + 1))
                )
            ),
        ];

    /// <summary>Whether careful readers of the anchors can differ (reading R2).</summary>
    public bool IsDisputed => !ReferenceEquals(_narrow, _broad);

    /// <summary>Reads a pattern; members are known up to <paramref name="horizon"/> characters.</summary>
    /// <exception cref="PatternException">The pattern holds something that is not understood, or admits nothing that short.</exception>
    public static PatternLanguage Of(string pattern, int horizon)
    {
        var alternatives = PatternReader.Read(pattern);
        var isDisputed =
            alternatives.Length > 1
            && alternatives.Any(a => a.IsAnchoredAtStart || a.IsAnchoredAtEnd)
            && !alternatives.All(a => a.IsAnchoredAtStart && a.IsAnchoredAtEnd);
        var narrow = Automata.Narrow(alternatives);
        var language = new PatternLanguage(narrow, isDisputed ? Automata.Broad(alternatives) : narrow, horizon);
        return language.Lengths.IsEmpty
            ? throw new PatternException($"pattern {pattern} admits no value of up to {horizon} characters")
            : language;
    }

    /// <summary>Whether every reading admits the value.</summary>
    public bool Contains(string value) => _narrow.Contains(value);

    /// <summary>Whether every reading refuses the value.</summary>
    public bool Refuses(string value) => !_narrow.Contains(value) && !_broad.Contains(value);

    /// <summary>A member of exactly this length that begins with <paramref name="head"/>, or null where there is none.</summary>
    /// <param name="length">Its length in characters.</param>
    /// <param name="head">How it begins; may be empty.</param>
    /// <param name="rolls">One number from 0 for each further character.</param>
    /// <param name="wanted">Characters to prefer, or null; those that are used are taken out.</param>
    public string? Member(int length, string head, IReadOnlyList<int> rolls, ISet<char>? wanted = null)
    {
        var state = _narrow.Run(0, head);
        if (state < 0 || !_reach.CanAccept(state, length - head.Length))
            return null;
        var member = new char[length];
        head.CopyTo(member);
        for (var i = head.Length; i < length; i++)
        {
            var next = Next(state, length - i - 1, rolls[i - head.Length], wanted);
            (member[i], state) = next;
        }
        return new string(member);
    }

    /// <summary>The shortest text that begins with <paramref name="head"/>, ends with the character and begins some member; null where there is none.</summary>
    public string? Through(string head, char wanted)
    {
        var start = _narrow.Run(0, head);
        if (start < 0)
            return null;
        var seen = new HashSet<int> { start };
        var ways = new Queue<(int State, string Text)>([(start, head)]);
        while (ways.TryDequeue(out var way))
        {
            if (_narrow.Step(way.State, wanted) >= 0)
                return way.Text + wanted;
            foreach (var edge in _narrow.Edges[way.State].Where(edge => seen.Add(edge.To)))
                ways.Enqueue((edge.To, way.Text + edge.Characters.Min));
        }
        return null;
    }

    private (char Character, int State) Next(int state, int stepsAfter, int roll, ISet<char>? wanted)
    {
        var ways = 0;
        foreach (var way in _narrow.Edges[state])
        {
            if (!_reach.CanAccept(way.To, stepsAfter))
                continue;
            ways++;
            if (wanted is { Count: > 0 } && Characters.TakeFrom(way.Characters, wanted) is { } found)
                return (found, way.To);
        }
        var chosen = Way(state, stepsAfter, roll % ways);
        var offset = roll / ways % chosen.Characters.Width;
        return ((char)(chosen.Characters.Min + offset), chosen.To);
    }

    /// <summary>The edge of this index among those that lead to a member.</summary>
    private Edge Way(int state, int stepsAfter, int index)
    {
        foreach (var way in _narrow.Edges[state])
        {
            if (_reach.CanAccept(way.To, stepsAfter) && index-- == 0)
                return way;
        }
        throw new ArgumentOutOfRangeException(nameof(index), "expected an index below the number of ways");
    }
}
