using System.Text;
using Conformance.Engine.Http;
using Conformance.Generators.Dimensions;

namespace Conformance.Engine.Tests.Http;

/// <summary>However its bytes stand on the connection, a request is the same.</summary>
public sealed class FramingTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"text":"żółw"}""");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AChunkedBodyHasChunksAndNoLength()
    {
        await using var target = Loopback.Responding("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new TargetClient(target.Url, new TargetClientOptions(), null, TimeProvider.System);
        await client.Send(Put(Framing.Chunked), Cancel);
        var sent = Assert.Single(target.Requests);
        Assert.Contains("Transfer-Encoding: chunked\r\n", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Framing.LowercaseNames, "content-type: application/json")]
    [InlineData(Framing.UppercaseNames, "CONTENT-TYPE: application/json")]
    public async Task NamesOfFieldsAreInTheOtherCase(Framing framing, string line)
    {
        await using var target = Loopback.Responding("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new TargetClient(target.Url, new TargetClientOptions(), null, TimeProvider.System);
        var exchange = await client.Send(Put(framing), Cancel);
        Assert.Contains($"\r\n{line}\r\n", Assert.Single(target.Requests), StringComparison.Ordinal);
        Assert.Contains(
            exchange.Request.Headers,
            header => line.StartsWith(header.Name + ":", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task TheHalvesOfABodyComeOneAfterTheOther()
    {
        var parts = new List<string>();
        await using var target = Loopback.That(async connection =>
        {
            while (!string.Concat(parts).EndsWith('}') && await connection.ReadMore())
                parts.Add(connection.TakeUnread());
            await connection.Write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        using var client = new TargetClient(target.Url, new TargetClientOptions(), null, TimeProvider.System);
        var exchange = await client.Send(Put(Framing.TwoSegments), Cancel);
        Assert.Equal(200, exchange.Response?.Status);
        Assert.DoesNotContain(
            parts,
            part => part.EndsWith("\"}", StringComparison.Ordinal) && part.Contains("PUT", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ABodyThatWaitsComesWhenItIsAskedFor()
    {
        await using var target = Loopback.That(async connection =>
        {
            Assert.EndsWith("\r\n\r\n", await Head(connection), StringComparison.Ordinal);
            await connection.Write("HTTP/1.1 100 Continue\r\n\r\n");
            for (var body = ""; body.Length < Body.Length && await connection.ReadMore(); )
                body += connection.TakeUnread();
            await connection.Write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        });
        using var client = new TargetClient(target.Url, new TargetClientOptions(), null, TimeProvider.System);
        var exchange = await client.Send(Put(Framing.ExpectContinue), Cancel);
        Assert.Equal(201, exchange.Response?.Status);
    }

    [Fact]
    public async Task ABodyThatIsRejectedBeforeItComesIsNotSent()
    {
        await using var target = Loopback.That(async connection =>
        {
            await Head(connection);
            await connection.Write("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
        });
        using var client = new TargetClient(target.Url, new TargetClientOptions(), null, TimeProvider.System);
        Assert.Equal(417, (await client.Send(Put(Framing.ExpectContinue), Cancel)).Response?.Status);
    }

    private static async Task<string> Head(LoopbackConnection connection)
    {
        var head = "";
        while (!head.Contains("\r\n\r\n", StringComparison.Ordinal) && await connection.ReadMore())
            head += connection.TakeUnread();
        return head;
    }

    private static WireRequest Put(Framing framing) =>
        new("PUT", "/things", [], Body) { ContentType = "application/json", Framing = framing };
}
