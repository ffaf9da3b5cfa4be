using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData(" application/json ;charset=UTF-8")]
    public void CaseAndParametersDoNotCount(string sent) => Assert.Null(Problem(new Header("content-type", sent)));

    [Theory]
    [InlineData("text/html", "content type text/html")]
    [InlineData("application/jsonp", "content type application/jsonp")]
    [InlineData("", "content type ")]
    public void AnotherTypeIsNamed(string sent, string problem) =>
        Assert.Equal(problem, Problem(new Header("Content-Type", sent)));

    [Fact]
    public void NoTypeIsNamedAsSuch() => Assert.Equal("no content type", Problem());

    private static string? Problem(params Header[] headers) =>
        MediaType.Problem(Seen.Response(200, "{}", headers).Response!, "application/json");
}
