using System.Collections.Immutable;
using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Texts;

/// <summary>The texts that a member's length limits and pattern admit, made to measure.</summary>
internal sealed record Shape(Member Member, Limits Limits, PatternLanguage? Language)
{
    // With fewer characters after the run's prefix, two values of one run would too often be the same.
    private const int ShortestTag = 4;
    private const string PlainCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <exception cref="ArgumentException">The member's constraints admit no text at all.</exception>
    public static Shape Of(Member member, Judge judge)
    {
        var shape = new Shape(member, Limits.Of(member), judge.LanguageOf(member));
        return shape.Lengths.IsEmpty
            ? throw new ArgumentException(
                $"{member.Path}: expected length limits and a pattern with a value in common, got none; correct the schema"
            )
            : shape;
    }

    /// <summary>Whether a value of the member has to differ from every other.</summary>
    public bool IsIdentity =>
        Member.Role is MemberRole.UniqueName or MemberRole.Reference or MemberRole.IdempotencyToken;

    /// <summary>The legal lengths, rising; with a pattern only those that it has members of.</summary>
    public ImmutableArray<int> Lengths { get; } =
        Language is { } language
            ? language.Lengths.RemoveAll(length => length < Limits.Min || length > Limits.Max)
            : [.. Enumerable.Range(Limits.Min, Limits.Max - Limits.Min + 1)];

    /// <summary>The legal length nearest to this one.</summary>
    public int LengthNear(int wanted) => Lengths.MinBy(length => Math.Abs(length - wanted));

    /// <summary>A length at which values have room for an identity and for an edit or two in every unit.</summary>
    public int RoomyLength => LengthNear(IsIdentity ? 36 : 24);

    /// <summary>A member of the pattern of exactly this length, unique to the draw where it can be; null where the pattern has none.</summary>
    public Text? Make(int length, Draw draw, ISet<char>? wanted = null)
    {
        var rolls = Rolls.Of(draw, length);
        var head = Head(length, draw);
        var member = Spell(length, head, rolls, wanted);
        if (member is null && head.Length > 0)
            (head, member) = ("", Spell(length, "", rolls, wanted));
        return member is null ? null : new Text(member, head);
    }

    private string? Spell(int length, string head, int[] rolls, ISet<char>? wanted) =>
        Language is { } language
            ? language.Member(length, head, rolls, wanted)
            : head
                + string.Concat(
                    rolls.Take(length - head.Length).Select(r => PlainCharacters[r % PlainCharacters.Length])
                );

    private string Head(int length, Draw draw)
    {
        var room = length - draw.Prefix.Length;
        return !IsIdentity || room < ShortestTag ? "" : draw.Prefix + draw.Tag()[..Math.Min(room, 10)];
    }
}

/// <summary>A text and the part of it that makes it unique, or an empty part.</summary>
internal sealed record Text(string Value, string Identity)
{
    public Sample As(string label, string says) => new(new JsonText(Value), label, says) { Identity = Identity };
}
