using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>The reference target as the service's own client sees it, signatures included.</summary>
public sealed class SdkClientTests(SdkClient client) : IClassFixture<SdkClient>
{
    private const string Document = """{"text":"é 😀","numbers":[1,-2.5],"nothing":null}""";

    [Theory]
    [InlineData("http/1.1")]
    [InlineData("h2")]
    public async Task ItReadsTheEvents(string protocol)
    {
        var seen = await InvokeAsync(
            protocol,
            ("ECHOFLOW01", "TSTALIASID"),
            (Invocations.ArnOfEcho, Invocations.ArnOfEcho + "/alias/ALIAS00001")
        );
        Assert.Equal(2, seen.Count);
        Assert.All(seen, AssertEchoed);
    }

    [Theory]
    [InlineData("http/1.1")]
    [InlineData("h2")]
    public async Task ItKnowsEveryErrorBeforeTheStreamAndWithinIt(string protocol)
    {
        var failing = Offer.Failing;
        var rejected = await InvokeAsync(protocol, failing.Select(f => (f.BeforeStream, Offer.Alias)));
        var failed = await InvokeAsync(protocol, failing.Select(f => (f.WithinStream, Offer.Alias)));
        Assert.Equal((failing.Length, failing.Length), (rejected.Count, failed.Count));
        for (var i = 0; i < failing.Length; i++)
        {
            var error = failing[i].Error;
            Assert.False(rejected[i].GetProperty("hasBegun").GetBoolean());
            Assert.Equal((error.Name, error.Message), Error(rejected[i]));
            Assert.Equal(error.Status, rejected[i].GetProperty("error").GetProperty("status").GetInt32());
            Assert.True(failed[i].GetProperty("hasBegun").GetBoolean());
            Assert.Equal(1, failed[i].GetProperty("events").GetArrayLength());
            Assert.Equal((error.Name, error.Message), Error(failed[i]));
        }
    }

    [Theory]
    [InlineData("http/1.1")]
    [InlineData("h2")]
    public async Task ItKnowsWhyARequestIsRejected(string protocol)
    {
        var seen = await InvokeAsync(protocol, ("NOSUCHFLOW", "TSTALIASID"), ("not-a-flow", "TSTALIASID"));
        Assert.Equal(["ResourceNotFoundException", "ValidationException"], seen.Select(s => Error(s).Name));
    }

    /// <summary>The protocol that the client says it speaks.</summary>
    private static string? Protocol(JsonElement seen) => seen.GetProperty("protocol").GetString();

    private static void AssertEchoed(JsonElement seen)
    {
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("error").ValueKind);
        var events = seen.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(2, events.Count);
        var output = events[0].GetProperty("flowOutputEvent");
        Assert.Equal(Document, output.GetProperty("content").GetProperty("document").GetRawText());
        Assert.Equal("FlowOutputNode", output.GetProperty("nodeName").GetString());
        Assert.Equal("FlowOutputNode", output.GetProperty("nodeType").GetString());
        Assert.Equal("""{"flowCompletionEvent":{"completionReason":"SUCCESS"}}""", events[1].GetRawText());
    }

    private static (string? Name, string? Message) Error(JsonElement seen) =>
        (
            seen.GetProperty("error").GetProperty("name").GetString(),
            seen.GetProperty("error").GetProperty("message").GetString()
        );

    private async Task<IReadOnlyList<JsonElement>> InvokeAsync(
        string protocol,
        params IEnumerable<(string, string)> invocations
    )
    {
        await using var bedrock = await Emulator.StartAsync(
            new() { Credentials = new AwsCredentials("AKIDEXAMPLE", "secret") }
        );
        var seen = await client.InvokeAsync(bedrock.Server.BaseAddress, protocol, Document, invocations);
        Assert.All(seen, one => Assert.Equal(protocol, Protocol(one)));
        return seen;
    }
}
