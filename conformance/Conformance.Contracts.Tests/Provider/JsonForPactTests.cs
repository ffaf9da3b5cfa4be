using System.Text;
using Conformance.Contracts.Provider;

namespace Conformance.Contracts.Tests.Provider;

public sealed class JsonForPactTests
{
    [Theory]
    [InlineData("""{ "a" : [1.50, "\ud83d\ude00", "\\ud800", "ä"] }""")]
    [InlineData("[1e299, -1e299, 1e-999, 18446744073709551616]")]
    [InlineData("not JSON, \"\\ud800\"")]
    [InlineData("{\"a\":1e400")]
    [InlineData("")]
    public void WhatPactCanReadAndWhatIsNoJsonStaysByteForByte(string body) => Assert.Equal(body, Readable(body));

    [Theory]
    [InlineData("[1e400]", "[1e300]")]
    [InlineData("[-1.25E+400,2]", "[-1e300    ,2]")]
    [InlineData("""{"\ud800":"a\udc00b"}""", """{"\ufffd":"a\ufffdb"}""")]
    [InlineData("""["\ud800\ud83d\ude00\ude00"]""", """["\ufffd\ud83d\ude00\ufffd"]""")]
    [InlineData("""["\\\ud800"]""", """["\\\ufffd"]""")]
    public void AValueThatItCanNotReadBecomesOneOfTheSameKind(string body, string expected) =>
        Assert.Equal(expected, Readable(body));

    [Fact]
    public void AnIntegerStaysOne() =>
        Assert.Equal($"[-{new string('9', 18)}{new string(' ', 382)}]", Readable($"[-{new string('9', 400)}]"));

    [Fact]
    public void WhatLiesDeeperThanAnyPactLooksIsEmptied()
    {
        var readable = Readable(LegalJson.Arrays(5_000));
        Assert.Equal(LegalJson.Arrays(127), readable.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(10_000, readable.Length);
    }

    private static string Readable(string body) =>
        Encoding.UTF8.GetString(JsonForPact.Readable(Encoding.UTF8.GetBytes(body)).Span);
}
