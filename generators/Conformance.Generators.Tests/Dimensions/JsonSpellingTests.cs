using System.Text;
using System.Text.Json.Nodes;
using Conformance.Generators.Dimensions;

namespace Conformance.Generators.Tests.Dimensions;

/// <summary>Every spelling of a value is the value.</summary>
public sealed class JsonSpellingTests
{
    private const string Sample =
        """{"name":"żółw 😀 \"q\" \\ / \n","list":[1,1.0,-2e3,true,null,{"a":[],"b":{}}],"":"empty","at":"a\u2028b"}""";

    [Theory]
    [InlineData(JsonSpelling.Compact)]
    [InlineData(JsonSpelling.ReversedAndSpread)]
    [InlineData(JsonSpelling.Escaped)]
    public void AnotherReaderReadsTheSame(JsonSpelling spelling)
    {
        var written = Encoding.UTF8.GetString(JsonSpellings.Write(JsonValue.Parse(Sample), spelling));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void NumbersKeepTheirSpellingAndArraysTheirOrder()
    {
        foreach (var spelling in Enum.GetValues<JsonSpelling>())
        {
            var written = Encoding.UTF8.GetString(JsonSpellings.Write(JsonValue.Parse("[1.0,2,3e0]"), spelling));
            Assert.Equal("[1.0,2,3e0]", string.Concat(written.Where(c => !char.IsWhiteSpace(c))));
        }
    }

    [Fact]
    public void MembersAreReversed() =>
        Assert.Equal(
            """{"b":2,"a":1}""",
            string.Concat(
                Encoding
                    .UTF8.GetString(
                        JsonSpellings.Write(JsonValue.Parse("""{"a":1,"b":2}"""), JsonSpelling.ReversedAndSpread)
                    )
                    .Where(c => !char.IsWhiteSpace(c))
            )
        );

    [Fact]
    public void NoLetterOfAnEscapedTextStandsAsItIs() =>
        Assert.Equal(
            "{\"\\u0061\":\"\\u00E9\\uD83D\\uDE00\"}",
            Encoding.UTF8.GetString(JsonSpellings.Write(JsonValue.Parse("""{"a":"é😀"}"""), JsonSpelling.Escaped))
        );
}
