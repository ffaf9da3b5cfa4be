using System.Buffers.Binary;
using System.Text;
using Amazon.Runtime.EventStreams;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>How the right events can reach the client in another way, or in none.</summary>
public sealed class DeliveryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(-1)]
    public async Task OneBitOfAMessageCanBeFlipped(int octet)
    {
        var encoding = EventEncoding.Framed(e =>
        {
            var frame = Frame.Write(e);
            frame[octet < 0 ? frame.Length + octet : octet] ^= 1;
            return frame;
        });
        await using var bedrock = await Invocations.StartAsync(
            BedrockFlowsBehaviour.Correct with
            {
                Encoding = encoding,
            }
        );
        var reply = await bedrock.EchoAsync();
        // The SDK has an exception of its own for each kind of fault.
        Assert.ThrowsAny<Exception>(() => EventStreamMessage.FromBuffer(reply.Bytes, 0, reply.Bytes.Length));
    }

    [Fact]
    public async Task MessagesCanBeCutAndJoinedAnywhere()
    {
        await using var correct = await Emulator.StartAsync();
        await using var octets = await Invocations.StartAsync(
            BedrockFlowsBehaviour.Correct with
            {
                Deliver = parts => parts.SelectMany(part => OctetByOctet(part).ToAsyncEnumerable()),
            }
        );
        Assert.Equal((await correct.EchoAsync()).Bytes, (await octets.EchoAsync()).Bytes);
    }

    [Fact]
    public async Task TheStreamCanStallAndGoOn()
    {
        var goOn = new TaskCompletionSource();
        await using var bedrock = await Invocations.StartAsync(
            BedrockFlowsBehaviour.Correct with
            {
                Deliver = parts =>
                    parts.Select(
                        async (part, index, _) =>
                        {
                            if (index == 1)
                                await goOn.Task;
                            return part;
                        }
                    ),
            }
        );
        using var client = new HttpClient { BaseAddress = bedrock.Server.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, Invocations.EchoPath);
        request.Content = new StringContent(Invocations.Body(), Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Emulator.Stop);
        await using var body = await response.Content.ReadAsStreamAsync(Emulator.Stop);
        var length = new byte[4];
        await body.ReadExactlyAsync(length, Emulator.Stop);
        await body.ReadExactlyAsync(
            new byte[BinaryPrimitives.ReadInt32BigEndian(length) - length.Length],
            Emulator.Stop
        );
        goOn.SetResult();
        using var rest = new MemoryStream();
        await body.CopyToAsync(rest, Emulator.Stop);
        Assert.Equal(Frame.Write(FlowEvent.Completion("SUCCESS")), rest.ToArray());
    }

    [Fact]
    public async Task TheConnectionCanBreakOffWithinTheStream()
    {
        await using var bedrock = await Invocations.StartAsync(
            BedrockFlowsBehaviour.Correct with
            {
                Deliver = parts =>
                    parts.Select((part, index) => index == 0 ? part : throw new IOException("broken off")),
            }
        );
        await Assert.ThrowsAsync<HttpRequestException>(() => bedrock.EchoAsync());
    }

    private static ReadOnlyMemory<byte>[] OctetByOctet(ReadOnlyMemory<byte> part) =>
        [.. Enumerable.Range(0, part.Length).Select(i => part.Slice(i, 1))];
}
