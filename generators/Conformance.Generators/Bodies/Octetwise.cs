using System.Text;
using Conformance.Schemas;

namespace Conformance.Generators.Bodies;

/// <summary>Bodies whose characters are right and whose bytes are not.</summary>
internal static class Octetwise
{
    // Stands for the bytes to come until the text is encoded; no generated value holds it.
    private const string Mark = "\uE000";

    public static IEnumerable<BrokenBody> InvalidUtf8(JsonValue body, ImmutableArray<Member> members)
    {
        var json = Marked(body, members);
        return
        [
            Invalid(json, "never-utf8", [0xFF], "a byte that UTF-8 never has"),
            Invalid(json, "lone-continuation", [0x80], "a continuation byte alone"),
            Invalid(json, "truncated-sequence", [0xE4, 0xB8], "a character without its last byte"),
            Invalid(json, "overlong", [0xC0, 0xAF], "a slash in two bytes"),
            Invalid(json, "encoded-surrogate", [0xED, 0xA0, 0x80], "a surrogate as three bytes"),
            Invalid(json, "beyond-unicode", [0xF4, 0x90, 0x80, 0x80], "a character beyond U+10FFFF"),
            Invalid(json, "latin-1", [0xE9], "an é in Latin-1"),
        ];
    }

    /// <summary>Some readers detect UTF-16 by its NULs, as RFC 4627 taught.</summary>
    public static BrokenBody Utf16(JsonValue body) =>
        Body(BodyViolation.LenientJson, "utf-16", Encoding.Unicode.GetBytes(body.ToJson()), "UTF-16, undeclared");

    public static BrokenBody ByteOrderMark(JsonValue body) =>
        Body(
            BodyViolation.ByteOrderMark,
            "byte-order-mark",
            [0xEF, 0xBB, 0xBF, .. body.ToUtf8()],
            "a byte order mark first"
        );

    /// <summary>
    /// The body with a mark in a text whose pattern has no room for it: a reader that puts U+FFFD in the place of what
    /// is not UTF-8 has to reject the text then. Without such a text the mark goes into an unknown member.
    /// </summary>
    private static string Marked(JsonValue body, ImmutableArray<Member> members)
    {
        var narrow = members
            .SelectMany(member => member.SelfAndBelow())
            .FirstOrDefault(member => IsNarrow(member) && body.At(member.Path) is JsonText);
        return narrow is null
            ? Syntax.With(body.ToJson(), $"\"unknownMember\":\"a{Mark}\"")
            : body.With(narrow.Path, new JsonText(((JsonText)body.At(narrow.Path)!).Value + Mark)).ToJson();
    }

    private static bool IsNarrow(Member member) =>
        member is { Kind: JsonKind.String, IsLookedUp: false } && member.Find<Pattern>() is not null;

    private static BrokenBody Invalid(string marked, string label, byte[] bytes, string says)
    {
        var at = marked.IndexOf(Mark, StringComparison.Ordinal);
        byte[] all = [.. Encoding.UTF8.GetBytes(marked[..at]), .. bytes, .. Encoding.UTF8.GetBytes(marked[(at + 1)..])];
        return Body(BodyViolation.InvalidUtf8, label, all, says);
    }

    private static BrokenBody Body(BodyViolation kind, string label, byte[] bytes, string says) =>
        new(bytes, BodyBreaks.Json, label, says, kind, false);
}
