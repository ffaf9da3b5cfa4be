using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Schemas.Tests.Loading;

public sealed class RemovedCitationTests
{
    private static readonly (string File, string Pointer)[] InSchemas = [.. Files.Schemas.SelectMany(Cited)];

    private static readonly (string File, string Pointer)[] Everywhere =
    [
        .. InSchemas.Concat(Files.Schemas.Select(Files.RegisterOf).SelectMany(Cited)),
    ];

    [Fact]
    public void ThereAreCitationsToRemove() =>
        Assert.True(Everywhere.Length > 400, $"only {Everywhere.Length} citations found: the search is broken");

    [Property(MaxTest = 120)]
    public Property WhicheverCitationIsRemovedTheLoaderRefusesTheFile() =>
        Prop.ForAll(Arb.From(Gen.Elements(Everywhere)), c => IsRefused(c.File, Files.Changed(c.File, c.Pointer, null)));

    [Property(MaxTest = 40)]
    public Property WhicheverCitationNamesAnUnknownSourceTheLoaderRefusesTheFile() =>
        Prop.ForAll(
            Arb.From(Gen.Elements(InSchemas)),
            c => IsRefused(c.File, Files.Changed(c.File, c.Pointer, "\"D7:1\""))
        );

    private static bool IsRefused(string file, string text)
    {
        try
        {
            Files.LoadWith(file, text);
            return false;
        }
        catch (SchemaException)
        {
            return true;
        }
    }

    private static IEnumerable<(string File, string Pointer)> Cited(string file) =>
        Below(JsonNode.Parse(Files.Text(file)), "").Select(pointer => (file, pointer));

    /// <summary>Every citation that a fact rests on; where a member is merely described, none is demanded.</summary>
    private static IEnumerable<string> Below(JsonNode? node, string pointer)
    {
        if (node is JsonArray array)
            return array.SelectMany((item, index) => Below(item, $"{pointer}/{index}"));
        if (node is not JsonObject members)
            return [];
        return members.SelectMany(m =>
        {
            var here = $"{pointer}/{m.Key.Replace("/", "~1", StringComparison.Ordinal)}";
            return m.Key switch
            {
                "x-citations" => m.Value!.AsObject().Where(c => c.Key != "member").Select(c => $"{here}/{c.Key}"),
                "x-citation" or "citation" or "citations" => [here],
                _ => Below(m.Value, here),
            };
        });
    }
}
