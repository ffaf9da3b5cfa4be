using System.Text;
using Conformance.Contracts.Provider;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class ShownResponseTests
{
    private static readonly ExpectedResponse Everything = new(["X-Pot", "X-Lid"], HasBody: true);

    [Fact]
    public void OnlyTheMediaTypeAndTheFieldsThatTheInteractionNamesAreShown()
    {
        var shown = ShownResponse.Of(
            Response("short", new("content-type", "text/plain"), new("x-pot", "tea"), new("Set-Cookie", "a=b")),
            Everything
        );
        Assert.Equal(["content-type", "x-pot"], shown.Response.Headers.Select(h => h.Name));
        Assert.Equal("short", Encoding.UTF8.GetString(shown.Response.Body.Span));
        Assert.Empty(shown.NotShown);
    }

    [Fact]
    public void ABodyThatNothingIsSaidOfIsNotShown()
    {
        var shown = ShownResponse.Of(
            Response("short") with
            {
                IsTruncated = true,
            },
            Everything with
            {
                HasBody = false,
            }
        );
        Assert.True(shown.Response.Body.IsEmpty);
        Assert.Empty(shown.NotShown);
    }

    [Theory]
    [InlineData("""{"response":{"status":200}}""", false)]
    [InlineData("""{"response":{"status":200,"body":null}}""", true)]
    [InlineData(
        """{"response":{"headers":{"X-Pot":"tea","X-Lid":["a"]},"body":{"content":1}}}""",
        true,
        "X-Pot",
        "X-Lid"
    )]
    public void AnInteractionSaysWhatItLooksAt(string interaction, bool hasBody, params string[] fields)
    {
        var pact = $$"""{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[{{interaction}}]}""";
        var expected = Assert.Single(PactFile.Read(pact)).Response;
        Assert.Equal(hasBody, expected.HasBody);
        Assert.Equal(fields, expected.Fields);
    }

    [Fact]
    public void AFieldWithMoreThanTheVerifierTakesIsNoMismatch()
    {
        var lines = Enumerable.Repeat(new Header("X-Pot", "tea"), 1_000).Append(new("X-Lid", "on")).ToArray();
        var shown = ShownResponse.Of(Response("short", lines), Everything);
        Assert.Equal(new Header("X-Lid", "on"), Assert.Single(shown.Response.Headers));
        Assert.Contains("X-Pot", shown.WhyInconclusive(Found("header x-pot")), StringComparison.Ordinal);
        Assert.Null(shown.WhyInconclusive(Found("header X-Pot", "status")));
        Assert.Null(shown.WhyInconclusive(Found("header X-Pot", "$.a")));
        Assert.Null(shown.WhyInconclusive(Found()));
    }

    [Theory]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Content-Length", "5")]
    [InlineData("X-Pot", "thé")]
    public void AFieldThatCanNotBeShownIsNoMismatch(string name, string value)
    {
        var shown = ShownResponse.Of(Response("", new Header(name, value)), new([name], HasBody: false));
        Assert.Empty(shown.Response.Headers);
        Assert.Contains(name, shown.WhyInconclusive(Found($"header {name}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zstd", "in a content coding that the kit does not undo")]
    [InlineData("gzip, gzip", "in several content codings, which the kit does not undo")]
    public void ACodingThatTheKitDoesNotUndoIsNoMismatch(string coding, string why)
    {
        var shown = ShownResponse.Of(Response("packed", new Header("Content-Encoding", coding)), Everything);
        Assert.Equal(why, shown.WhyInconclusive(Found("$")));
        Assert.Null(shown.WhyInconclusive(Found("$", "header X-Pot")));
    }

    [Fact]
    public void ThatAllWasRightSaysNothingOfWhatWasNotShown()
    {
        var shown = ShownResponse.Of(Response("[") with { IsTruncated = true }, Everything);
        Assert.Contains("larger than the 1 bytes", shown.WhyInconclusive(Fine), StringComparison.Ordinal);
        Assert.Null(ShownResponse.Of(Response("[]"), Everything).WhyInconclusive(Fine));
    }

    [Fact]
    public void AMediaTypeThatNobodyAsksForIsLeftOutWhereItCanNotBeShown()
    {
        var shown = ShownResponse.Of(Response("", new Header("Content-Type", "thé")), Everything);
        Assert.Empty(shown.Response.Headers);
        Assert.Empty(shown.NotShown);
    }

    [Fact]
    public void ACodingThatIsClaimedForOtherBytesIsAMismatch()
    {
        var shown = ShownResponse.Of(Response("no gzip", new Header("Content-Encoding", "gzip")), Everything);
        Assert.Null(shown.WhyInconclusive(Found("$")));
        Assert.Equal("no gzip", Encoding.UTF8.GetString(shown.Response.Body.Span));
    }

    [Theory]
    [InlineData("{\"a\":", "application/json", false)]
    [InlineData("<a>", "application/json", true)]
    [InlineData("<a>", "text/xml", false)]
    public void ABodyThatWasCutIsAMismatchOnlyWhereItWasWrongBefore(string body, string type, bool isMismatch)
    {
        var response = Response(body, new Header("Content-Type", type)) with { IsTruncated = true };
        var shown = ShownResponse.Of(response, Everything);
        Assert.Equal(isMismatch, shown.WhyInconclusive(Found("body")) is null);
    }

    [Fact]
    public void OfALargeBodyThatIsNoJsonABeginningIsShownThatIsNoneEither()
    {
        var body = "[1]" + new string(' ', 1_000_000) + "x";
        var shown = ShownResponse.Of(Response(body) with { IsTruncated = true }, Everything);
        Assert.Null(shown.WhyInconclusive(Found("body")));
        Assert.InRange(shown.Response.Body.Bytes.Length, 1, 100_000);
        Assert.False(JsonForPact.MayBecomeJson(shown.Response.Body.Span));
    }

    [Fact]
    public void TextThatIsNotOfferedAsJsonStaysAsItIs()
    {
        var shown = ShownResponse.Of(Response("[1e400]", new Header("Content-Type", "text/plain")), Everything);
        Assert.Equal("[1e400]", Encoding.UTF8.GetString(shown.Response.Body.Span));
    }

    private static InteractionResult Fine { get; } = new("asks", true, [], null);

    private static ReceivedResponse Response(string body, params Header[] headers) =>
        new(200, [.. headers], Encoding.UTF8.GetBytes(body), IsTruncated: false);

    private static InteractionResult Found(params string[] places) =>
        new("asks", false, [.. places.Select(where => new Mismatch(where, null, null, "differs"))], null);
}
