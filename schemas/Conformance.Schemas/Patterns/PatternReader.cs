namespace Conformance.Schemas.Patterns;

/// <summary>Reads the documents' pattern syntax into a tree and refuses what it doesn't understand.</summary>
public sealed class PatternReader
{
    private readonly string _pattern;
    private int _position;

    private PatternReader(string pattern) => _pattern = pattern;

    /// <summary>The alternatives at the top of the pattern.</summary>
    /// <exception cref="PatternException">The pattern holds something that is not understood.</exception>
    public static ImmutableArray<Alternative> Read(string pattern)
    {
        var reader = new PatternReader(pattern);
        var alternatives = ImmutableArray.CreateBuilder<Alternative>();
        do alternatives.Add(reader.ReadAlternative());
        while (reader.Takes('|'));
        if (reader._position < pattern.Length)
            throw reader.Refusal();
        return alternatives.ToImmutable();
    }

    private Alternative ReadAlternative()
    {
        var isAnchoredAtStart = Takes('^');
        var node = ReadSequence();
        return new Alternative(node, isAnchoredAtStart, Takes('$'));
    }

    private Node ReadChoice()
    {
        var branches = ImmutableArray.CreateBuilder<Node>();
        do branches.Add(ReadSequence());
        while (Takes('|'));
        return branches.Count == 1 ? branches[0] : new Choice(branches.ToImmutable());
    }

    private Sequence ReadSequence()
    {
        var hasBoundary = TakesBoundary();
        var parts = ImmutableArray.CreateBuilder<Node>();
        while (_position < _pattern.Length && !"|)$".Contains(_pattern[_position]) && !IsAtBoundary)
            parts.Add(ReadRepeat());
        hasBoundary |= TakesBoundary();
        if (hasBoundary && !parts.All(IsWordCharacter))
            throw PatternException.At(_pattern, _position, "\\b around anything but a literal word");
        return new Sequence(parts.ToImmutable());
    }

    private Node ReadRepeat()
    {
        var part = ReadAtom();
        var (min, max) = ReadQuantifier();
        if (_position < _pattern.Length && "*+?{".Contains(_pattern[_position]))
            throw PatternException.At(_pattern, _position, "a lazy, possessive or doubled quantifier");
        return (min, max) == (1, 1) ? part : new Repeat(part, min, max);
    }

    private Node ReadAtom()
    {
        var c = _pattern[_position++];
        return c switch
        {
            '(' => ReadGroup(),
            '[' => new OneCharacter(ClassReader.Class(_pattern, ref _position)),
            '\\' => new OneCharacter(ClassReader.Escape(_pattern, ref _position)),
            '.' => new OneCharacter(CharRange.Complement(CharRange.LineEnds)),
            '^' or '*' or '+' or '?' or '{' => throw PatternException.At(_pattern, _position - 1, c.ToString()),
            _ when char.IsSurrogate(c) => throw PatternException.At(_pattern, _position - 1, "a surrogate"),
            _ => OneCharacter.Of(c),
        };
    }

    private Node ReadGroup()
    {
        if (Takes('?') && !Takes(':'))
            throw PatternException.At(_pattern, _position, "a lookaround, a named group or an option");
        var inner = ReadChoice();
        return Takes(')') ? inner : throw Refusal();
    }

    private (int Min, int? Max) ReadQuantifier()
    {
        if (Takes('*'))
            return (0, null);
        if (Takes('+'))
            return (1, null);
        if (Takes('?'))
            return (0, 1);
        return Takes('{') ? ReadBounds() : (1, 1);
    }

    private (int Min, int? Max) ReadBounds()
    {
        var min = ReadNumber() ?? throw Refusal();
        var max = Takes(',') ? ReadNumber() : min;
        if (!Takes('}') || max < min)
            throw Refusal();
        return (min, max);
    }

    private int? ReadNumber()
    {
        var start = _position;
        while (_position < _pattern.Length && char.IsAsciiDigit(_pattern[_position]))
            _position++;
        return int.TryParse(_pattern.AsSpan(start, _position - start), out var number) ? number : null;
    }

    // A boundary at the edge of a literal word that is a whole alternative says nothing that the whole-value
    // match doesn't say (D3: TSTALIASID).
    private bool IsAtBoundary => string.CompareOrdinal(_pattern, _position, "\\b", 0, 2) == 0;

    private bool TakesBoundary()
    {
        var isThere = IsAtBoundary;
        if (isThere)
            _position += 2;
        return isThere;
    }

    private static bool IsWordCharacter(Node node) =>
        node is OneCharacter { Ranges: [{ Width: 1 } range] } && CharRange.Word.Any(r => r.Contains(range.Min));

    private bool Takes(char c)
    {
        var isThere = _position < _pattern.Length && _pattern[_position] == c;
        if (isThere)
            _position++;
        return isThere;
    }

    private PatternException Refusal() =>
        PatternException.At(
            _pattern,
            _position,
            _position < _pattern.Length ? _pattern[_position].ToString() : "the end of the pattern"
        );
}
