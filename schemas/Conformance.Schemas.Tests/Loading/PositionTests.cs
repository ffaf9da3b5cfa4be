namespace Conformance.Schemas.Tests.Loading;

/// <summary>Complaints say where: worked out by hand on small texts.</summary>
public sealed class PositionTests
{
    private const string Register = """{ "api": "a", "behaviours": [], "interpretations": [] }""";

    [Fact]
    public void LineAndColumnPointAtTheValueInCharacters()
    {
        var schema = "{\n  \"openapi\": \"3.0.3\",\n  \"info\": {},\n  \"x-äpi\": [\"é\", 1]\n}";
        var refused = Assert.Throws<SchemaException>(() => Files.Load(schema, Register));
        Assert.Equal((Files.Schema, "/x-äpi", 4, 12), (refused.File, refused.Pointer, refused.Line, refused.Column));
        Assert.StartsWith(
            "schemas/apis/nova-act/openapi.json:4:12: /x-äpi: expected ",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{\n  \"openapi\": \"3.0.3\",,\n}", 2)]
    [InlineData("{\n\n  // no comments\n}", 3)]
    [InlineData("{ \"openapi\": 1 } {}", 1)]
    public void ATextThatIsNotStrictJsonIsRefusedWhereItBreaks(string schema, int line)
    {
        var refused = Assert.Throws<SchemaException>(() => Files.Load(schema, Register));
        Assert.Equal(line, refused.Line);
        Assert.Contains("strict JSON", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AMemberNamedTwiceIsRefused()
    {
        var twice = Files
            .Text(Files.Schema)
            .Replace("\"minLength\": 33,", "\"minLength\": 33, \"minLength\": 34,", StringComparison.Ordinal);
        var refused = Assert.Throws<SchemaException>(() => Files.LoadWith(Files.Schema, twice));
        Assert.Contains("\"minLength\" again", refused.Problem, StringComparison.Ordinal);
        var line = twice.Split('\n').Index().First(l => l.Item.Contains("33, \"minLength\"", StringComparison.Ordinal));
        Assert.Equal(line.Index + 1, refused.Line);
        Assert.StartsWith("\"minLength\": 34", line.Item[(refused.Column - 1)..], StringComparison.Ordinal);
    }
}
