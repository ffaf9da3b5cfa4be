using System.Text;
using Conformance.Contracts.Provider;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class StreamInJsonTests
{
    private const string Output = """{"flowOutputEvent":{"content":{"document":1}}}""";

    [Fact]
    public void EventsOnLinesOfTheirOwnBecomeOneObject()
    {
        var shown = Shown(Output + "\n" + """{"flowCompletionEvent":{"completionReason":"SUCCESS"}}""");
        Assert.True(JsonForPact.IsJson(shown.Body.Span));
        Assert.Contains("flowCompletionEvent", Encoding.UTF8.GetString(shown.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void OfALargeStreamThatCanNotBeReadABeginningIsShownThatIsNoJson()
    {
        var shown = Shown(Output + new string(' ', 1_000_000) + "x");
        Assert.InRange(shown.Body.Bytes.Length, 1, 100_000);
        Assert.StartsWith(Output, Encoding.UTF8.GetString(shown.Body.Span), StringComparison.Ordinal);
        Assert.False(JsonForPact.MayBecomeJson(shown.Body.Span));
    }

    [Fact]
    public void AStreamThatWasCutStaysAsItCame()
    {
        var body = "[" + Output + new string(' ', 1_000_000);
        Assert.Equal(body.Length, Shown(body, isTruncated: true).Body.Bytes.Length);
    }

    private static ReceivedResponse Shown(string body, bool isTruncated = false) =>
        StreamInJson.Of(
            new Exchange(
                new SentRequest("POST", "http://127.0.0.1/", [], null),
                new ReceivedResponse(
                    200,
                    [new Header("Content-Type", "application/json")],
                    Encoding.UTF8.GetBytes(body),
                    isTruncated
                ),
                null,
                1
            )
        );
}
