using System.Text;
using System.Text.Json;
using Conformance.Generators.Judging;
using Conformance.Generators.Texts;
using Conformance.Schemas;

namespace Conformance.Generators.Constraints;

/// <summary>What the limits of a text's length have in common.</summary>
internal static class TextsOfLength
{
    // Documents seldom name the unit of a length.
    private static readonly ImmutableArray<(string Says, Func<string, int> Of)> Units =
    [
        ("lengths are counted in code points", TextLength.CodePointsOf),
        ("lengths are counted in UTF-16 units", text => text.Length),
        ("lengths are counted in bytes of UTF-8", Encoding.UTF8.GetByteCount),
    ];

    /// <summary>One position for each unit.</summary>
    public static ImmutableArray<Position> InEachUnit(Member member, Func<int, bool> isLegal) =>
        [.. Units.Select(unit => PositionOn.Texts(On(member), unit.Says, text => isLegal(unit.Of(text))))];

    /// <summary>Whether lengths are in dispute: characters of several units and bytes are legal only without a pattern.</summary>
    public static bool AreDisputed(Member member) => member.Find<Pattern>() is null;

    /// <summary>So many characters of several units and bytes, on whose number readers differ.</summary>
    public static (Sample Sample, string Interpretation) Disputed(
        Member member,
        string character,
        int count,
        string label,
        string says
    ) =>
        (
            new Sample(
                new JsonText(string.Concat(Enumerable.Repeat(character, count))),
                label,
                $"{count} × {character}: {says}"
            ),
            On(member)
        );

    private static string On(Member member) => member.InterpretationOn(InterpretationTopic.LengthUnit);

    /// <summary>The length of a text from a response, in code points; null where the value is no text.</summary>
    public static int? In(JsonElement value) =>
        ReceivedJson.TextOf(value) is { } text ? TextLength.CodePointsOf(text) : null;

    /// <summary>A legal text of this length, or null; the limit itself has distance 0.</summary>
    public static Sample? Legal(MemberDraw of, int length, string remark, int distance) =>
        of
            .Domain.Make(length, of.Draw.For(LabelOf(length)))
            ?.As(LabelOf(length), $"{Count(length)}{remark}", distance == 0 ? Kind.AtLimit : Kind.NearLimit);

    /// <summary>A text of this length, legal but for the length if the pattern has such ones.</summary>
    public static Text Any(TextDomain domain, int length, Draw draw)
    {
        draw = draw.For(LabelOf(length));
        return domain.Make(length, draw) ?? Stretched(domain, length, draw);
    }

    /// <summary>The text as a value that is so many characters beyond the limit.</summary>
    public static Sample Beyond(Text text, int length, int beyond, string says) =>
        text.As(
            LabelOf(length),
            $"{length} characters, {beyond} {says}",
            beyond == 1 ? Kind.OneBeyond : Kind.FarBeyond
        );

    /// <summary>A text of this length although the pattern has none: the nearest member, cut or lengthened.</summary>
    private static Text Stretched(TextDomain domain, int length, Draw draw)
    {
        var nearest = domain.Make(domain.LengthNear(length), draw) ?? new Text("", "");
        var filler = domain.Language?.Alphabet.FirstOrDefault(char.IsAsciiLetterOrDigit, '0') ?? '0';
        var value = nearest.Value.PadRight(length, filler)[..length];
        return new Text(value, value.Contains(nearest.Identity, StringComparison.Ordinal) ? nearest.Identity : "");
    }

    private static string LabelOf(int length) => $"length-{length}";

    private static string Count(int length) => length == 1 ? "1 character" : $"{length} characters";
}
