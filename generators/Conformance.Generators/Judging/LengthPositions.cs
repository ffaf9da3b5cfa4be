using System.Text;
using Conformance.Schemas;

namespace Conformance.Generators.Judging;

/// <summary>How long a text is, and what counts as blank.</summary>
internal static class LengthPositions
{
    private const string AsciiWhiteSpace = " \t\n\v\f\r";

    // Interpretation R4: no document names the unit of a length.
    private static readonly ImmutableArray<(string Says, Func<string, int> Of)> Units =
    [
        ("lengths are counted in code points", TextLength.CodePointsOf),
        ("lengths are counted in UTF-16 units", text => text.Length),
        ("lengths are counted in bytes of UTF-8", Encoding.UTF8.GetByteCount),
    ];

    public static ImmutableArray<Position> Of(Member member, Constraint constraint) =>
        constraint switch
        {
            MinLength { Limit: 0 } when member.Place == Place.Path => EmptySegment,
            MinLength min => InEachUnit(length => length >= min.Limit),
            MaxLength max => InEachUnit(length => length <= max.Limit),
            _ => NotBlank,
        };

    private static ImmutableArray<Position> EmptySegment =>
        [
            new("R3", "an empty segment is a value", _ => true),
            new("R3", "an empty segment does not route", value => value is not JsonText { Value: "" }),
        ];

    private static ImmutableArray<Position> NotBlank =>
        [
            Position("R41", "white space is what ASCII has of it", text => !text.All(AsciiWhiteSpace.Contains)),
            Position("R41", "white space is what Unicode has of it", text => !string.IsNullOrWhiteSpace(text)),
        ];

    private static ImmutableArray<Position> InEachUnit(Func<int, bool> isLegal) =>
        [.. Units.Select(unit => Position("R4", unit.Says, text => isLegal(unit.Of(text))))];

    private static Position Position(string interpretation, string says, Func<string, bool> accepts) =>
        new(interpretation, says, value => value is not JsonText text || accepts(text.Value));
}
