using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Texts;

/// <summary>The texts that a member's length limits and pattern admit, made to measure.</summary>
internal sealed class TextDomain(
    Member member,
    Limits limits,
    PatternLanguage? language,
    PatternLanguage? narrower = null
)
{
    // With fewer characters after the run's prefix, two values of one run would too often be the same.
    private const int ShortestTag = 4;
    private const int LongestTag = 10;
    private const string PlainCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    // In UTF-8 one character more can be four bytes more.
    private const int RoomForAnyCharacter = 4;

    /// <exception cref="ArgumentException">The member's constraints admit no text at all.</exception>
    public static TextDomain Of(Member member, MemberLanguages languages)
    {
        var shape = new TextDomain(member, Limits.Of(member), languages.Of(member), languages.NarrowerOf(member));
        return shape.Lengths.IsEmpty
            ? throw new ArgumentException(
                $"{member.Path}: expected length limits and a pattern with a value in common, got none; correct the schema"
            )
            : shape;
    }

    public Member Member => member;

    public Limits Limits => limits;

    /// <summary>The language of the member's pattern; null where it has none.</summary>
    public PatternLanguage? Language => language;

    /// <summary>Whether a value of the member has to differ from every other.</summary>
    public bool IsIdentity =>
        Member.Role is MemberRole.UniqueName or MemberRole.Reference or MemberRole.IdempotencyToken;

    /// <summary>The legal lengths, rising; with a pattern only those that it has members of.</summary>
    public ImmutableArray<int> Lengths { get; } =
        language is not null
            ? language.Lengths.RemoveAll(length => length < limits.Min || length > limits.Max)
            : [.. Enumerable.Range(limits.Min, limits.Max - limits.Min + 1)];

    /// <summary>The legal lengths that leave room for any one edit, in whatever unit it is counted; all where there are none.</summary>
    public ImmutableArray<int> RoomyLengths =>
        field.IsDefault
            ? field = Lengths.Where(HasRoomAround).ToImmutableArray() is { IsEmpty: false } roomy ? roomy : Lengths
            : field;

    /// <summary>The same member with one alternative of its pattern in place of the whole; those that admit nothing are left out.</summary>
    public ImmutableArray<TextDomain> Branches { get; } =
        language is null
            ? []
            :
            [
                .. language
                    .Branches.Select(branch => new TextDomain(member, limits, branch))
                    .Where(shape => !shape.Lengths.IsEmpty),
            ];

    /// <summary>What the pattern has no place for; empty where the member has no pattern.</summary>
    public ImmutableArray<Foreign> Foreigners { get; } = language is null ? [] : Foreign.To(language);

    /// <summary>The legal length nearest to this one.</summary>
    public int LengthNear(int wanted) => Lengths.MinBy(length => Math.Abs(length - wanted));

    /// <summary>A length at which values have room for an identity and for an edit or two in every unit.</summary>
    public int RoomyLength => LengthNear(IsIdentity ? 36 : 24);

    /// <summary>Whether the text keeps the length limits in every unit.</summary>
    public bool HasRoomFor(string text) =>
        TextLength.Of(text) is var length && length.InCodePoints >= Limits.Min && length.InUtf8Bytes <= Limits.Max;

    /// <summary>Whether the text is legal but for narrower rules that some readers keep to.</summary>
    public bool IsOutsideOfNarrower(string text) =>
        narrower?.Contains(text) is false && language?.Contains(text) is true && HasRoomFor(text);

    /// <summary>Whether a message can carry the text to the member: octets of a URI or a header are UTF-8.</summary>
    public bool CanCarry(string text) => Member.Place == Place.Body || TextLength.IsWellFormed(text);

    /// <summary>A member of the pattern of exactly this length, unique to the draw where it can be; null where the pattern has none.</summary>
    public Text? Make(int length, Draw draw, ISet<char>? wanted = null)
    {
        var head = Head(length, draw);
        var member = Spell(length, head, draw, wanted);
        if (member is null && head.Length > 0)
            (head, member) = ("", Spell(length, "", draw, wanted));
        return member is null ? null : new Text(member, head);
    }

    private string? Spell(int length, string head, Draw draw, ISet<char>? wanted) =>
        (narrower ?? language) is { } spelling
            ? spelling.Member(length, head, draw, wanted)
            : head + Plain(length - head.Length, draw);

    private static string Plain(int length, Draw draw) =>
        string.Create(
            length,
            draw,
            static (text, draw) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = PlainCharacters[draw.Among(i, PlainCharacters.Length)];
            }
        );

    private bool HasRoomAround(int length) =>
        length > limits.Min && length >= RoomForAnyCharacter && length <= limits.Max - RoomForAnyCharacter;

    private string Head(int length, Draw draw)
    {
        var room = length - draw.Prefix.Length;
        return !IsIdentity || room < ShortestTag ? "" : draw.Prefix + draw.Tag()[..Math.Min(room, LongestTag)];
    }
}
