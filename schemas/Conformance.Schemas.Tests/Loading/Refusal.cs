using System.Text.Json.Nodes;

namespace Conformance.Schemas.Tests.Loading;

/// <summary>One thing wrong in files that are otherwise right: the loader says what and where.</summary>
internal static class Refusal
{
    public static void SaysAfter(string file, string edit, string? json, string pointer, string says) =>
        Says(file, Files.Changed(file, edit, json), pointer, says);

    public static void Says(string file, string text, string pointer, string says)
    {
        var refused = Assert.Throws<SchemaException>(() => Files.LoadWith(file, text));
        Assert.Equal((file, pointer), (refused.File, refused.Pointer));
        Assert.Contains(says, refused.Problem, StringComparison.Ordinal);
        var there = text.ReplaceLineEndings("\n").Split('\n')[refused.Line - 1][(refused.Column - 1)..];
        var value = Files.At(JsonNode.Parse(text), pointer)!.ToJsonString();
        Assert.StartsWith(value[0] is '{' or '[' ? value[..1] : value, there, StringComparison.Ordinal);
    }
}
