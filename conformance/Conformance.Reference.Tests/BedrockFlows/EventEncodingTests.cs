using System.Text;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Tests.BedrockFlows;

public sealed class EventEncodingTests
{
    private const string Output =
        "\"flowOutputEvent\":"
        + """{"content":{"document":1},"nodeName":"FlowOutputNode","nodeType":"FlowOutputNode"}""";
    private const string Completion = "\"flowCompletionEvent\":" + """{"completionReason":"SUCCESS"}""";

    [Fact]
    public async Task AnArrayHasOneObjectForEachEvent() =>
        Assert.Equal($"[{{{Output}}},{{{Completion}}}]", await SendAsync(EventEncoding.JsonArray));

    [Fact]
    public async Task LinesHaveOneObjectEach() =>
        Assert.Equal($"{{{Output}}}\n{{{Completion}}}\n", await SendAsync(EventEncoding.JsonLines));

    [Fact]
    public async Task OneObjectHasEveryEventAsAMember() =>
        Assert.Equal($"{{{Output},{Completion}}}", await SendAsync(EventEncoding.JsonObject));

    [Fact]
    public async Task ADocumentOfSeveralLinesStaysOnOne()
    {
        const string document = "{ \"a\":\r\n\t\"\\n\\r\\u2028\",\n \"b\" : 1.0 }";
        var lines = (await SendAsync(EventEncoding.JsonLines, document)).Split('\n');
        Assert.Equal(["{ \"a\":\t\"\\n\\r\\u2028\", \"b\" : 1.0 }", ""], [DocumentIn(lines[0]), lines[2]]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task WithoutEventsTheyAreStillJson()
    {
        Assert.Equal("[]", await SendAsync(EventEncoding.JsonArray, run: Silent));
        Assert.Equal("{}", await SendAsync(EventEncoding.JsonObject, run: Silent));
        Assert.Equal("", await SendAsync(EventEncoding.JsonLines, run: Silent));
    }

    [Fact]
    public async Task ExceptionsAreEventsLikeAnyOther()
    {
        await using var bedrock = await StartAsync(EventEncoding.JsonArray);
        var reply = await bedrock.PostAsync(Invocations.Path("MIDSBADGAT"), Invocations.Body());
        var exception = reply.Json[1].GetProperty("badGatewayException");
        Assert.Equal(FlowError.BadGateway.Message, exception.GetProperty("message").GetString());
    }

    [Fact]
    public async Task TheContentTypeCanBeExchangedAlone()
    {
        await using var bedrock = await StartAsync(EventEncoding.JsonLines with { MediaType = "application/x-ndjson" });
        Assert.Equal("application/x-ndjson", (await bedrock.EchoAsync()).ContentType?.ToString());
    }

    private static IAsyncEnumerable<FlowEvent> Silent(FlowInvocation invocation) => AsyncEnumerable.Empty<FlowEvent>();

    private static string DocumentIn(string line) =>
        JsonElement
            .Parse(line)
            .GetProperty("flowOutputEvent")
            .GetProperty("content")
            .GetProperty("document")
            .GetRawText();

    private static Task<Emulator> StartAsync(EventEncoding encoding) =>
        Invocations.StartAsync(BedrockFlowsBehaviour.Correct with { Encoding = encoding });

    private static async Task<string> SendAsync(
        EventEncoding encoding,
        string document = "1",
        Func<FlowInvocation, IAsyncEnumerable<FlowEvent>>? run = null
    )
    {
        await using var bedrock = await Invocations.StartAsync(
            BedrockFlowsBehaviour.Correct with
            {
                Encoding = encoding,
                Run = run ?? FlowRun.Of,
            }
        );
        var reply = await bedrock.EchoAsync(document);
        Assert.Equal((200, "application/json"), (reply.Status, reply.ContentType?.ToString()));
        return Encoding.UTF8.GetString(reply.Bytes);
    }
}
