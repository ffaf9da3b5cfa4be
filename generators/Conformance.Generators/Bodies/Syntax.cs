using System.Text;

namespace Conformance.Generators.Bodies;

/// <summary>Bodies whose syntax is not that of RFC 8259.</summary>
internal static class Syntax
{
    public static IEnumerable<BrokenBody> NotJson(JsonValue body)
    {
        var json = body.ToJson();
        var inside = json.TrimEnd('}');
        return Bodies(
            BodyViolation.NotJson,
            ("truncated", json[..(json.Length / 2)], "cut off in the middle"),
            ("unclosed", json[..^1], "without its last brace"),
            ("unopened", json[1..], "without its first brace"),
            ("lone-brace", "{", "an opening brace alone"),
            ("wrong-close", json[..^1] + "]", "an object closed as an array"),
            ("plain-text", "this is not JSON", "plain text"),
            ("xml", "<request><name>value</name></request>", "XML"),
            ("form", "name=value&other=1", "a form"),
            ("open-string", inside + ",\"unknownMember\":\"never closed", "a string without an end"),
            ("missing-colon", With(json, "\"unknownMember\" 1"), "a member without a colon"),
            ("missing-value", With(json, "\"unknownMember\":"), "a member without a value"),
            ("missing-comma", With(json, "\"unknownMember\":1 \"unknownOther\":2"), "two members without a comma"),
            ("bad-literal", With(json, "\"unknownMember\":nulll"), "the literal nulll"),
            ("bad-number", With(json, "\"unknownMember\":1.2.3"), "the number 1.2.3"),
            (
                "bad-unicode-escape",
                With(json, "\"unknownMember\":\"\\u12G4\""),
                "an escape with a letter that is no hex digit"
            )
        );
    }

    public static IEnumerable<BrokenBody> Lenient(JsonValue body)
    {
        var json = body.ToJson();
        return Bodies(
            BodyViolation.LenientJson,
            ("trailing-comma", json[..^1] + ",}", "a comma after the last member"),
            ("line-comment", "// a comment\n" + json, "a line comment"),
            ("block-comment", "/* a comment */" + json, "a block comment"),
            ("single-quotes", With(json, "'unknownMember':1"), "a name in single quotes"),
            ("bare-name", With(json, "unknownMember:1"), "a name without quotes"),
            ("not-a-number", With(json, "\"unknownMember\":NaN"), "the number NaN"),
            ("infinity", With(json, "\"unknownMember\":Infinity"), "the number Infinity"),
            ("leading-zero", With(json, "\"unknownMember\":01"), "the number 01"),
            ("leading-plus", With(json, "\"unknownMember\":+1"), "the number +1"),
            ("leading-point", With(json, "\"unknownMember\":.5"), "the number .5"),
            ("trailing-point", With(json, "\"unknownMember\":1."), "the number 1."),
            ("hex-number", With(json, "\"unknownMember\":0x1F"), "the number 0x1F"),
            ("capital-literal", With(json, "\"unknownMember\":True"), "the literal True"),
            ("raw-newline", With(json, "\"unknownMember\":\"a\nb\""), "a newline inside a string"),
            ("raw-control", With(json, "\"unknownMember\":\"a\u0001b\""), "a control character inside a string"),
            ("unknown-escape", With(json, "\"unknownMember\":\"\\x41\""), "the escape \\x41")
        );
    }

    public static IEnumerable<BrokenBody> TrailingText(JsonValue body)
    {
        var json = body.ToJson();
        return Bodies(
            BodyViolation.TrailingText,
            ("second-brace", json + "}", "one closing brace too many"),
            ("second-object", json + json, "the same object again"),
            ("trailing-word", json + " end", "a word after the object"),
            ("trailing-nul", json + "\0", "a NUL after the object")
        );
    }

    /// <summary>The object's text with one more member at its end.</summary>
    public static string With(string json, string member) => json[..^1] + (json == "{}" ? "" : ",") + member + "}";

    private static IEnumerable<BrokenBody> Bodies(
        BodyViolation kind,
        params (string Class, string Text, string Says)[] bodies
    ) =>
        bodies.Select(b => new BrokenBody(
            Encoding.UTF8.GetBytes(b.Text),
            BodyBreaks.Json,
            b.Class,
            b.Says,
            kind,
            false
        ));
}
