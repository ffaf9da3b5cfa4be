using System.Text.Json;

namespace Conformance.Generators.Tests;

public sealed class ReceivedJsonTests
{
    [Theory]
    [InlineData("\"a\\ud83d\\ude00\"", true, "a😀")]
    [InlineData("\"a\\ud800\"", false, "")]
    public void ATextIsReadWhereItsEscapesMakeOne(string json, bool isText, string expected)
    {
        Assert.Equal(isText, ReceivedJson.TryText(JsonElement.Parse(json), out var text));
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("1.50e0")]
    [InlineData("\"\\u0041\"")]
    [InlineData("""{ "a" : [1,  2] }""")]
    public void AValueIsShownAsItIsWritten(string json) => Assert.Equal(json, JsonElement.Parse(json).Written());

    [Fact]
    public void BytesThatAreNoUtf8AreShownAsReplacementCharacters() =>
        Assert.Equal("\"\uFFFD\"", JsonElement.Parse([0x22, 0xFF, 0x22]).Written());
}
