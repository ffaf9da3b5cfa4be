using System.Text.Json;
using Conformance.Apis.BedrockFlows;
using Conformance.Generators;
using FsCheck.Xunit;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class SameDocumentTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "1e0")]
    [InlineData("1500", "1.5E+3")]
    [InlineData("0.25", "25e-2")]
    [InlineData("0", "-0.00e9")]
    [InlineData("-12.375", "-1237.5e-2")]
    [InlineData("123456789012345678901234567890", "1.23456789012345678901234567890e29")]
    [InlineData("\"\\u00e9\"", "\"é\"")]
    [InlineData("\"a/b\"", "\"a\\/b\"")]
    [InlineData("\"😀\"", "\"\\ud83d\\ude00\"")]
    [InlineData("{\"a\":1,\"b\":[null]}", "{ \"b\" : [ null ], \"a\" : 1.0 }")]
    public void TheSameValueInAnotherWritingIsTheSame(string sent, string got) => Assert.Null(Difference(sent, got));

    [Theory]
    [InlineData("1", "2", "2 at $ instead of 1")]
    [InlineData("1", "\"1\"", "\"1\" at $ instead of 1")]
    [InlineData("\"1\"", "1", "1 at $")]
    [InlineData("1", "-1", "-1 at $")]
    [InlineData("10", "1", "1 at $")]
    [InlineData("9007199254740993", "9007199254740992", "9007199254740992 at $")]
    [InlineData("true", "false", "false at $")]
    [InlineData("null", "0", "0 at $")]
    [InlineData("\"é\"", "\"e\u0301\"", "at $")]
    [InlineData("\"a\"", "\"\\ud800\"", "at $")]
    [InlineData("[1,2]", "[1]", "1 items at $ instead of 2")]
    [InlineData("[1,2]", "[2,1]", "at $[0]")]
    [InlineData("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":2}}", "2 at $.a.b instead of 1")]
    [InlineData("{\"a\":1}", "{}", "nothing at $.a")]
    [InlineData("{}", "{\"a\":1}", "1 members at $ instead of 0")]
    [InlineData("{}", "[]", "[] at $ instead of {}")]
    public void AnotherValueIsNamedWithItsPlace(string sent, string got, string says) =>
        Assert.Contains(says, Difference(sent, got), StringComparison.Ordinal);

    [Fact]
    public void ANumberWithoutEndIsAnotherNumber() => Assert.NotNull(Difference("1", new string('1', 1_000_000)));

    [Property(MaxTest = 200)]
    public void EveryRandomDocumentIsItself(ulong seed)
    {
        var documents = RandomDocuments.Of(new Draw(seed, "p", 0), 3).ToList();
        Assert.All(documents, d => Assert.Null(Difference(d.Value.ToJson(), d.Value.ToJson())));
        Assert.Equal(documents, RandomDocuments.Of(new Draw(seed, "p", 0), 3));
    }

    [Fact]
    public void SmallerDocumentsAreSmallerAndEnd()
    {
        foreach (var document in Documents.OfEveryKind.Concat(Documents.OfManyScripts))
        foreach (var smaller in SmallerDocuments.Of(document.Value).Take(200))
            Assert.True(smaller.ToJson().Length < document.Value.ToJson().Length, $"{document.Value}: {smaller}");
    }

    [Fact]
    public void LargeDocumentsAreAsLargeAsTheySay() =>
        Assert.Equal([1 << 16, 1 << 20], Documents.Large.Select(d => ((JsonText)d.Value).Value.Length));

    [Fact]
    public void LongTextsAreShownWhereTheyPart()
    {
        var (same, rest) = (new string('s', 100), new string('r', 100));
        Assert.Equal(
            $"201 characters at $ instead of 202, from the 101th on \"b{rest[..58]}… instead of \"ac{rest[..57]}…",
            Difference($"\"{same}ac{rest}\"", $"\"{same}b{rest}\"")
        );
    }

    private static string? Difference(string sent, string got) =>
        SameDocument.Difference(JsonValue.Parse(sent), JsonDocument.Parse(got).RootElement);
}
