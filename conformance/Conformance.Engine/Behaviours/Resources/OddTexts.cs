using System.Globalization;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>Texts that are easily damaged on their way into a store and back.</summary>
internal static class OddTexts
{
    private const int Column = 255;
    private const int Page = 1024;

    // Composed letters, letters of other scripts, a character beyond 16 bits and those of markup.
    private const string Odd = "Grüße, żółw, 世界 and 😀, <b>\"&amp;\" and 'quotes'</b>, ";

    private static readonly string OddAndLong =
        Odd + string.Concat(Enumerable.Range(100, 100).Select(n => $"{n} ")) + "end";

    /// <summary>Texts of one kind: for each member one, made from its ordinary text.</summary>
    /// <param name="Says">What they are, in words that follow "with".</param>
    /// <param name="For">The text in the place of an ordinary one; null where the member takes none of that kind.</param>
    public sealed record Kind(string Says, Func<TestSession, Member, string, string?> For);

    /// <summary>Characters of many kinds in one text, as long as a column of usual size doesn't hold.</summary>
    public static readonly Kind OfAllKinds = new(
        "odd characters",
        (test, member, _) => new[] { OddAndLong, Odd.Trim() }.FirstOrDefault(text => IsLegal(test, member, text))
    );

    /// <summary>One kind of character or one length each.</summary>
    public static readonly ImmutableArray<Kind> OneByOne =
    [
        Of("characters of two bytes", "Ärger, żółw, Ελλάδα, Привет"),
        Of("characters of three bytes", "世界, 日本語, 한국어, €"),
        Of("characters of four bytes", "😀, 𝒳, 🀄, 𠮷"),
        Of("combining characters", "e\u0301, n\u0303, a\u030A and é, ñ, å"),
        Of("letters from right to left", "שלום, مرحبا (abc)"),
        Of("line ends", "one\ntwo\r\nthree\rfour\tfive"),
        Of("blanks around them", "  two before and one behind "),
        new("their greatest length", LegalValues.Longest),
        OfLength(Column, "q"),
        OfLength(Column + 1, "q"),
        OfLength(Page, "q"),
        OfLength(Column + 1, "é"),
        OfLength(Column, "😀"),
    ];

    /// <summary>The same request with texts of this kind, wherever they are legal and are shown again.</summary>
    /// <param name="test">The test.</param>
    /// <param name="members">The members that may take them.</param>
    /// <param name="request">The request.</param>
    /// <param name="kind">Their kind.</param>
    public static RequestDraft WithTexts(
        TestSession test,
        IEnumerable<Member> members,
        RequestDraft request,
        Kind kind
    ) =>
        members
            .Where(m => m is { Role: MemberRole.Plain, Kind: JsonKind.String } && m.Find<OneOf>() is null)
            .Aggregate(
                request,
                (changed, member) =>
                    changed.TextAt(member) is { } ordinary && kind.For(test, member, ordinary) is { } odd
                        ? changed.With(member, new JsonText(odd))
                        : changed
            );

    private static Kind Of(string says, string text) =>
        new(says, (test, member, _) => IsLegal(test, member, text) ? text : null);

    private static Kind OfLength(int length, string character) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{length} characters such as {character}"),
            (test, member, ordinary) =>
                character.Length == 1 && char.IsAscii(character[0])
                    ? LegalValues.OfLength(test, member, ordinary, length)
                : string.Concat(Enumerable.Repeat(character, length)) is var text && IsLegal(test, member, text) ? text
                : null
        );

    private static bool IsLegal(TestSession test, Member member, string text) =>
        LegalValues.IsLegal(test, member, new JsonText(text));
}
