using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

public sealed class ResponseBodyTests
{
    [Theory]
    [InlineData(Way.RestSharp, 8, false)]
    [InlineData(Way.RawSocket, 8, false)]
    [InlineData(Way.RestSharp, 9, true)]
    [InlineData(Way.RawSocket, 9, true)]
    public async Task ABodyIsCutOneByteAboveTheLimit(Way way, int length, bool isTruncated)
    {
        await using var target = Loopback.Responding($"HTTP/1.1 200 OK\r\n\r\n{new string('x', length)}");
        var exchange = await way.Send(target.Url, Requests.Get, new TargetClientOptions { MaxBodyBytes = 8 });
        Assert.Equal(8, exchange.Response?.Body.Length);
        Assert.Equal(isTruncated, exchange.Response?.IsTruncated);
    }

    [Theory]
    [InlineData(Way.RestSharp, "Content-Length: 104857600")]
    [InlineData(Way.RawSocket, "Content-Length: 104857600")]
    [InlineData(Way.RestSharp, "X-Length: none")]
    [InlineData(Way.RawSocket, "X-Length: none")]
    public async Task AHugeBodyIsCutAndItsConnectionDropped(Way way, string header)
    {
        var dropped = new TaskCompletionSource();
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write($"HTTP/1.1 200 OK\r\n{header}\r\n\r\n");
            try
            {
                for (var megabyte = new string('x', 1 << 20); ; )
                    await connection.Write(megabyte);
            }
            catch (IOException)
            {
                dropped.SetResult();
            }
        });
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Equal((true, 1 << 20), (exchange.Response!.IsTruncated, exchange.Response.Body.Length));
        await dropped.Task.WaitAsync(Requests.Guard, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task AChunkedBodyIsPutTogether(Way way)
    {
        var response = await Response(
            way,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;note=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n"
        );
        Assert.Equal("abc0123456789", response.Body.Text());
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ManySmallChunksAreNoEndlessHead(Way way)
    {
        var chunks = string.Concat(Enumerable.Repeat("1\r\nx\r\n", 50_000));
        var response = await Response(way, $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n");
        Assert.Equal(50_000, response.Body.Length);
    }

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ABodyWithoutALengthGoesOnToTheEndOfTheConnection(Way way) =>
        Assert.Equal("to the end", (await Response(way, "HTTP/1.0 200 OK\r\n\r\nto the end")).Body.Text());

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ALengthThatIsTooSmallCutsTheBody(Way way) =>
        Assert.Equal("abc", (await Response(way, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef")).Body.Text());

    [Theory]
    [InlineData(Way.RestSharp)]
    [InlineData(Way.RawSocket)]
    public async Task ACompressedBodyStaysCompressed(Way way)
    {
        var response = await Response(
            way,
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008bno"
        );
        Assert.Equal("\u001f\u008bno", response.Body.Text());
        Assert.Equal("gzip", response.Header("Content-Encoding"));
    }

    private static async Task<ReceivedResponse> Response(Way way, string response)
    {
        await using var target = Loopback.Responding(response);
        var exchange = await way.Send(target.Url, Requests.Get);
        Assert.Null(exchange.Failure);
        return Assert.IsType<ReceivedResponse>(exchange.Response);
    }
}
