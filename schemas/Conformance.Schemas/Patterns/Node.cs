namespace Conformance.Schemas.Patterns;

/// <summary>A regular expression as a tree.</summary>
public abstract record Node
{
    /// <summary>How many characters the pattern spells out, repetitions written in full: its automaton grows with them.</summary>
    public long Positions =>
        this switch
        {
            OneCharacter => 1,
            Choice choice => choice.Branches.Sum(branch => branch.Positions),
            Sequence sequence => sequence.Parts.Sum(part => part.Positions),
            Repeat repeat => repeat.Part.Positions * Math.Max(1, repeat.Max ?? repeat.Min + 1),
            _ => 0,
        };

    /// <summary>The alternatives that it is a choice of, those within an alternative included; itself where it is none.</summary>
    public IEnumerable<Node> Alternatives() =>
        this switch
        {
            Choice choice => choice.Branches.SelectMany(branch => branch.Alternatives()),
            Sequence { Parts: [var only] } => only.Alternatives(),
            _ => [this],
        };
}

/// <summary>One character out of these ranges.</summary>
public sealed record OneCharacter(ImmutableArray<CharRange> Ranges) : Node
{
    public static OneCharacter Of(char c) => new([new CharRange(c, c)]);
}

/// <summary>One after the other.</summary>
public sealed record Sequence(ImmutableArray<Node> Parts) : Node;

/// <summary>Any one of these.</summary>
public sealed record Choice(ImmutableArray<Node> Branches) : Node;

/// <summary>So many times; without a maximum when that is null.</summary>
public sealed record Repeat(Node Part, int Min, int? Max) : Node;

/// <summary>One alternative at the top of a pattern, with the anchors that its text shows.</summary>
public sealed record Alternative(Node Node, bool IsAnchoredAtStart, bool IsAnchoredAtEnd);
