using System.Text;

namespace Conformance.Generators.Bodies;

/// <summary>Bodies without an object at the root, and legal ones with far too much below it.</summary>
internal static class Roots
{
    public static IEnumerable<BrokenBody> Empty() =>
        [
            Body(BodyViolation.Empty, "empty", "", "no bytes at all"),
            Body(BodyViolation.Empty, "white-space", " \r\n\t ", "white space only"),
        ];

    public static IEnumerable<BrokenBody> NotAnObject(JsonValue body) =>
        [
            Body(BodyViolation.NotAnObject, "root-null", "null", "null"),
            Body(BodyViolation.NotAnObject, "root-true", "true", "true"),
            Body(BodyViolation.NotAnObject, "root-number", "1", "a number"),
            Body(BodyViolation.NotAnObject, "root-string", "\"text\"", "a string"),
            Body(BodyViolation.NotAnObject, "root-empty-array", "[]", "an empty array"),
            Body(BodyViolation.NotAnObject, "root-array", $"[{body.ToJson()}]", "the object inside an array"),
            Body(
                BodyViolation.NotAnObject,
                "root-quoted",
                new JsonText(body.ToJson()).ToJson(),
                "the object inside a string"
            ),
        ];

    public static IEnumerable<BrokenBody> DeepNesting(JsonValue body) => [Deep(body, 1_000), Deep(body, 20_000)];

    /// <summary>More than the 100 kB, and the 64 KiB, that common servers read by default.</summary>
    public static IEnumerable<BrokenBody> Large(JsonValue body) => [Padded(body, 100 * 1024)];

    private static BrokenBody Deep(JsonValue body, int levels)
    {
        var nested = new string('[', levels) + new string(']', levels);
        var text = Syntax.With(body.ToJson(), $"\"unknownMember\":{nested}");
        return Body(BodyViolation.DeepNesting, $"depth-{levels}", text, $"an unknown member of {levels} nested arrays");
    }

    private static BrokenBody Padded(JsonValue body, int spaces) =>
        Body(
            BodyViolation.Large,
            $"padded-{spaces}",
            $"{{{new string(' ', spaces)}{body.ToJson()[1..]}",
            $"{spaces} spaces after the first brace"
        );

    private static BrokenBody Body(BodyViolation kind, string label, string text, string says) =>
        new(Encoding.UTF8.GetBytes(text), BodyBreaks.Json, label, says, kind, false);
}
