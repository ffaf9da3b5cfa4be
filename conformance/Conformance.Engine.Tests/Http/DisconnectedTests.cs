using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class DisconnectedTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AConnectionThatClosesWithoutAResponseIsLost(Way way)
    {
        await using var target = Loopback.That(connection => connection.ReadRequest());
        Assert.Equal(TransportFailureKind.Disconnected, (await FailureOf(way, target)).Kind);
    }

    [Theory]
    [MemberData(nameof(PartsOfAResponse))]
    public async Task AConnectionThatIsResetAtAnyPointOfTheResponseIsLost(Way way, int bytes)
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write((Head + "0123456789")[..bytes]);
            connection.Reset();
        });
        Assert.Equal(TransportFailureKind.Disconnected, (await FailureOf(way, target)).Kind);
    }

    [Theory]
    [MemberData(nameof(PartsOfAResponse))]
    public async Task AConnectionThatClosesAtAnyPointOfTheResponseIsLost(Way way, int bytes)
    {
        await using var target = Loopback.Responding((Head + "0123456789")[..bytes]);
        Assert.Equal(TransportFailureKind.Disconnected, (await FailureOf(way, target)).Kind);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AChunkedBodyThatEndsWithoutItsLastChunkIsLost(Way way)
    {
        await using var target = Loopback.Responding(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
        );
        Assert.Equal(TransportFailureKind.Disconnected, (await FailureOf(way, target)).Kind);
    }

    public static TheoryData<Way, int> PartsOfAResponse()
    {
        var data = new TheoryData<Way, int>();
        foreach (var bytes in new[] { 0, 1, 8, 15, 20, Head.Length - 1, Head.Length, Head.Length + 9 })
        {
            data.Add(Way.RestSharp, bytes);
            data.Add(Way.RawSocket, bytes);
        }
        return data;
    }

    private static async Task<TransportFailure> FailureOf(Way way, Loopback target, TargetClientOptions? options = null)
    {
        var exchange = await way.Send(target.Url, Requests.Get, options);
        Assert.Null(exchange.Response);
        return Assert.IsType<TransportFailure>(exchange.Failure);
    }
}
