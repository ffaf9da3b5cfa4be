using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using static Conformance.Engine.Tests.Testing.Seen;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class ErrorNameTests
{
    [Theory]
    [InlineData("ValidationException")]
    [InlineData("ValidationException:http://internal.example/coral/com.example/")]
    [InlineData("com.example.nova#ValidationException")]
    [InlineData("com.example.nova#ValidationException:http://internal.example/docs#anchor")]
    [InlineData("  ValidationException ")]
    public void TheNameIsReadFromHeaderAndBodyAlike(string carried)
    {
        Assert.Equal("ValidationException", NameOf(Response(400, "{}", new Header("x-amzn-errortype", carried))));
        Assert.Equal("ValidationException", NameOf(Response(400, $$"""{"__type":"{{carried}}"}""")));
        Assert.Equal("ValidationException", NameOf(Response(400, $$"""{"code":"{{carried}}"}""")));
    }

    [Fact]
    public void TheHeaderComesBeforeTheBodyAndTypeBeforeCode()
    {
        const string Both = """{"code":"C","__type":"T"}""";
        Assert.Equal("H", NameOf(Response(400, Both, new Header("X-Amzn-Errortype", "H"))));
        Assert.Equal("T", NameOf(Response(400, Both)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"__type":null,"code":400}""")]
    [InlineData("""{"__type":"\ud800"}""")]
    [InlineData("""{"message":"ValidationException"}""")]
    public void AnErrorWithoutANameHasNone(string body) => Assert.Null(NameOf(Response(400, body)));

    [Fact]
    public void NoResponseHasNoName() => Assert.Null(NameOf(Failure(TransportFailureKind.Timeout)));

    [Fact]
    public void WhereAProtocolHasNoPlaceForItThereIsNoName() =>
        Assert.Null(ErrorName.Of(Response(400, """{"code":"C"}"""), null));

    private static string? NameOf(Exchange exchange) => ErrorName.Of(exchange, Made.NamePlace);
}
