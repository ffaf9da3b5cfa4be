using Conformance.Schemas.Patterns;

namespace Conformance.Generators.Patterns;

/// <summary>The set of whole values that a pattern admits, up to a longest length.</summary>
internal sealed class PatternLanguage
{
    private readonly StateTable _narrow;
    private readonly StateTable _broad;
    private readonly Reach _reach;
    private readonly Lazy<ImmutableArray<char>> _alphabet;

    private PatternLanguage(StateTable narrow, StateTable broad, int horizon)
    {
        _narrow = narrow;
        _broad = broad;
        _reach = new Reach(narrow, horizon);
        _alphabet = new(() => Characters.AlphabetOf(narrow));
        Lengths = [.. Enumerable.Range(0, horizon + 1).Where(length => _reach.CanAccept(0, length))];
        Telling = Characters.TellingOf(narrow);
    }

    /// <summary>The lengths that members have, in characters, rising, up to the horizon.</summary>
    public ImmutableArray<int> Lengths { get; }

    /// <summary>Every character that some member holds, rising.</summary>
    public ImmutableArray<char> Alphabet => _alphabet.Value;

    /// <summary>One character for each class of characters that no position tells apart.</summary>
    public ImmutableArray<char> Representatives => _narrow.Representatives;

    /// <summary>The ASCII characters at the ends of the alphabet's ranges, its punctuation, and one of each class.</summary>
    public ImmutableArray<char> Telling { get; }

    /// <summary>A dot and a hyphen may be alike to the pattern and are not to those who implement it.</summary>
    public IEnumerable<char> Structural =>
        Representatives.Concat(Telling.Where(c => !char.IsAsciiLetterOrDigit(c))).Distinct();

    /// <summary>Why careful readers of the pattern differ; null where they don't.</summary>
    public Dispute? Dispute { get; private init; }

    /// <summary>Whether careful readers of the pattern differ.</summary>
    public bool IsDisputed => Dispute is not null;

    /// <summary>How many states the larger of its automata has.</summary>
    public int States => Math.Max(_narrow.Accepts.Length, _broad.Accepts.Length);

    /// <summary>The languages of the pattern's alternatives, in its order; empty where it is all of one piece.</summary>
    public ImmutableArray<PatternLanguage> Branches { get; private init; } = [];

    /// <summary>Reads a pattern; members are known up to <paramref name="horizon"/> characters.</summary>
    /// <param name="pattern">In the documents' syntax.</param>
    /// <param name="horizon">The longest members that are of interest, in characters.</param>
    /// <param name="isUuid">Whether its values have several spellings: then only one is sure to be a member.</param>
    /// <exception cref="PatternException">
    /// The pattern holds something that is not understood, admits nothing that short, or is too large to work with.
    /// </exception>
    public static PatternLanguage Of(string pattern, int horizon, bool isUuid = false)
    {
        var alternatives = PatternReader.Read(pattern);
        if (alternatives.Sum(a => a.Node.Positions) > StateTable.MostStates)
            throw new PatternException(
                $"pattern {pattern}: expected at most {StateTable.MostStates} states, got more; "
                    + "write it with smaller repetitions"
            );
        var language = isUuid ? OfUuid(alternatives, horizon) : OfText(alternatives, horizon);
        return language.Lengths.IsEmpty
            ? throw new PatternException($"pattern {pattern} admits no value of up to {horizon} characters")
            : language;
    }

    private static PatternLanguage OfText(ImmutableArray<Alternative> alternatives, int horizon)
    {
        var dispute = Dispute.On(alternatives);
        var narrow = Automata.Narrow(alternatives.Select(a => a.Node));
        var branches = alternatives.SelectMany(a => a.Node.Alternatives()).ToImmutableArray();
        return new PatternLanguage(narrow, dispute is null ? narrow : Automata.Broad(alternatives), horizon)
        {
            Branches = branches.Length < 2 ? [] : [.. branches.Select(branch => OfBranch(branch, horizon))],
            Dispute = dispute,
        };
    }

    private static PatternLanguage OfUuid(ImmutableArray<Alternative> alternatives, int horizon) =>
        new(
            Automata.Narrow(alternatives.Select(a => UuidSpelling.InLowerCase(a.Node))),
            Automata.Narrow(PatternReader.Read(UuidSpelling.Lenient).Select(a => a.Node)),
            horizon
        )
        {
            Dispute = Dispute.Spellings,
        };

    private static PatternLanguage OfBranch(Node branch, int horizon)
    {
        var table = Automata.Narrow([branch]);
        return new PatternLanguage(table, table, horizon);
    }

    /// <summary>Whether every interpretation admits the value.</summary>
    public bool Contains(string value) => _narrow.Contains(value);

    /// <summary>Whether some interpretation admits the value.</summary>
    public bool MayContain(string value) => _narrow.Contains(value) || (IsDisputed && _broad.Contains(value));

    /// <summary>Whether every interpretation rejects the value.</summary>
    public bool Rejects(string value) => !MayContain(value);

    /// <summary>Whether some member holds the character.</summary>
    public bool Holds(char c) => _narrow.Holds(c);

    /// <summary>A member of exactly this length that begins with <paramref name="head"/>, or null where there is none.</summary>
    /// <param name="length">Its length in characters.</param>
    /// <param name="head">How it begins; may be empty.</param>
    /// <param name="draw">Decides each further character.</param>
    /// <param name="wanted">Characters to prefer, or null; those that are used are taken out.</param>
    public string? Member(int length, string head, Draw draw, ISet<char>? wanted = null)
    {
        var state = _narrow.Run(0, head);
        if (state < 0 || !_reach.CanAccept(state, length - head.Length))
            return null;
        return string.Create(
            length,
            (Walk: new Walk(_narrow, _reach), State: state, Head: head, Draw: draw, Wanted: wanted),
            static (text, way) =>
            {
                way.Head.CopyTo(text);
                way.Walk.Fill(text[way.Head.Length..], way.State, way.Draw, way.Wanted);
            }
        );
    }

    /// <summary>How often the character can stand alone in a member, at most; null where there is no end to it, or no such member.</summary>
    public int? LongestRun(char c)
    {
        var longest = default(int?);
        var state = 0;
        for (var count = 1; count <= _reach.Horizon; count++)
        {
            state = _narrow.Step(state, c);
            if (state < 0)
                return longest;
            longest = _narrow.Accepts[state] ? count : longest;
        }
        return null;
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
}
