using System.Text;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Tests.BedrockFlows;

public sealed class InvokeFlowTests
{
    [Fact]
    public async Task TheDocumentComesBackAndThenTheFlowCompletes()
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.EchoAsync();
        Assert.Equal(200, reply.Status);
        Assert.Collection(
            reply.Events(),
            output =>
            {
                Assert.Equal(("event", "flowOutputEvent"), (output.MessageType, output.Name));
                Assert.Equal(
                    """{"content":{"document":"hello"},"nodeName":"FlowOutputNode","nodeType":"FlowOutputNode"}""",
                    output.Text()
                );
            },
            completion =>
            {
                Assert.Equal(("event", "flowCompletionEvent"), (completion.MessageType, completion.Name));
                Assert.Equal("""{"completionReason":"SUCCESS"}""", completion.Text());
            }
        );
    }

    [Fact]
    public async Task EveryResponseHasARequestIdOfItsOwn()
    {
        await using var bedrock = await Emulator.StartAsync();
        string?[] ids =
        [
            (await bedrock.EchoAsync()).RequestId,
            (await bedrock.PostAsync(Invocations.EchoPath)).RequestId,
            (await bedrock.PostAsync("/flows/none")).RequestId,
        ];
        Assert.All(ids, Assert.NotNull);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("0.10")]
    [InlineData("1e400")]
    [InlineData("-0.0E+00")]
    [InlineData("123456789012345678901234567890.000000000000000000010")]
    [InlineData("\"é ٣ 😀 \\u00e9 \\ud83d\\ude00 \\/ / \\u0000 \u2028\"")]
    [InlineData("{ \"b\" : 1,\r\n\t\"a\" : [ 1 , 2 ],\n \"b\" : 2 }")]
    [InlineData("{\"flowCompletionEvent\":{\"completionReason\":\"SUCCESS\"}}")]
    public async Task AnyDocumentComesBackOctetForOctet(string document)
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.EchoAsync(document);
        Assert.Equal(document, reply.Events()[0].Document());
    }

    [Theory]
    [InlineData(1024 * 1024)]
    [InlineData(6 * 1024 * 1024)]
    public async Task ALargeDocumentComesBack(int length)
    {
        await using var bedrock = await Emulator.StartAsync();
        var document = Valid.Quoted(new string('x', length));
        Assert.Equal(document, (await bedrock.EchoAsync(document)).Events()[0].Document());
    }

    [Fact]
    public async Task ADeepDocumentComesBack()
    {
        await using var bedrock = await Emulator.StartAsync();
        var document = $"{Valid.Repeat("[", 900)}\"\\u0041\"{Valid.Repeat("]", 900)}";
        var output = (await bedrock.EchoAsync(document)).Events()[0];
        Assert.Contains(document, output.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMillionBracketsAreRejected()
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.EchoAsync(Valid.Repeat("[", 1_000_000));
        Assert.Equal((400, "SerializationException"), (reply.Status, reply.Error));
    }

    [Fact]
    public async Task ManyClientsGetTheirOwnDocuments()
    {
        await using var bedrock = await Emulator.StartAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => bedrock.EchoAsync($"{i}")));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), replies.Select(r => r.Events()[0].Document()));
    }

    [Fact]
    public async Task TheStreamHasNoLengthAndEndsByItself()
    {
        await using var bedrock = await Emulator.StartAsync();
        var reply = await bedrock.SendAsync("POST", Invocations.EchoPath, Encoding.UTF8.GetBytes(Invocations.Body()));
        Assert.True(reply.Headers.TransferEncodingChunked);
        Assert.Equal("flowCompletionEvent", reply.Events()[^1].Name);
    }

    [Fact]
    public async Task NovaActIsServedBesideIt()
    {
        await using var both = await Emulator.WithDemoAsync();
        Assert.Equal(200, (await both.EchoAsync()).Status);
        Assert.Equal(201, (await both.PutAsync(Valid.DemoRuns, Valid.Run)).Status);
        Assert.Equal(404, (await both.GetAsync("/flowsx")).Status);
    }

    [Fact]
    public void TheOfferNamesEveryErrorTwice()
    {
        Assert.Equal(FlowError.All, Offer.Failing.Select(f => f.Error));
        Assert.Equal(19, Offer.Flows.Select(f => f.Identifier).Distinct().Count());
        Assert.All(Offer.Flows, flow => Assert.Matches("^[0-9a-zA-Z]{10}$", flow.Identifier));
    }
}
