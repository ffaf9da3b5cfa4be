using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Conformance.Reference.Http;

namespace Conformance.Reference.Tests.Http;

public sealed class StreamedResponseTests
{
    private const int LargestBodyBytes = 1024;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task EveryPartArrivesBeforeTheNextOneIsMade(string version)
    {
        var parts = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
        await using var listener = await ListenAsync(parts.Reader.ReadAllAsync(Emulator.Stop));
        using var client = Clients.Speaking(version);
        // The status is there before any part is.
        using var response = await SendAsync(client, listener, HttpMethod.Get);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        // HTTP/2 has frames of its own.
        Assert.Equal(version == "1.1", response.Headers.TransferEncodingChunked ?? false);
        Assert.Null(response.Content.Headers.ContentLength);
        await using var body = await response.Content.ReadAsStreamAsync(Emulator.Stop);
        foreach (var text in (string[])["one", "two", "three"])
        {
            await parts.Writer.WriteAsync(Encoding.UTF8.GetBytes(text), Emulator.Stop);
            var bytes = new byte[text.Length];
            await body.ReadExactlyAsync(bytes, Emulator.Stop);
            Assert.Equal(text, Encoding.UTF8.GetString(bytes));
        }
        parts.Writer.Complete();
        Assert.Equal(0, await body.ReadAsync(new byte[1], Emulator.Stop));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task AStreamWithoutPartsIsAnEmptyBody(string version)
    {
        await using var listener = await ListenAsync(AsyncEnumerable.Empty<ReadOnlyMemory<byte>>());
        using var client = Clients.Speaking(version);
        using var response = await SendAsync(client, listener, HttpMethod.Get);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Emulator.Stop));
    }

    [Theory]
    [InlineData(typeof(IOException), "1.1")]
    [InlineData(typeof(InvalidOperationException), "1.1")]
    [InlineData(typeof(IOException), "2.0")]
    [InlineData(typeof(InvalidOperationException), "2.0")]
    public async Task AStreamThatFailsDoesNotLookComplete(Type failure, string version)
    {
        await using var listener = await ListenAsync(Failing((Exception)Activator.CreateInstance(failure)!));
        using var client = Clients.Speaking(version);
        using var response = await SendAsync(client, listener, HttpMethod.Get);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(Emulator.Stop));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task AHeadRequestGetsTheHeadersAndNoPart(string version)
    {
        await using var listener = await ListenAsync(Failing(new IOException()));
        using var client = Clients.Speaking(version);
        using var response = await SendAsync(client, listener, HttpMethod.Head);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Emulator.Stop));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task TheStreamIsToldWhenTheClientHasGone(string version)
    {
        var told = new TaskCompletionSource();
        await using var listener = await ListenAsync(UntilCancelled(told, Emulator.Stop));
        using (var client = Clients.Speaking(version))
        using (var response = await SendAsync(client, listener, HttpMethod.Get))
            await ReadBeginAsync(response);
        await told.Task.WaitAsync(Emulator.Stop);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task TheStreamIsToldWhenTheServerEnds(string version)
    {
        var told = new TaskCompletionSource();
        var listener = await ListenAsync(UntilCancelled(told, Emulator.Stop));
        using var client = Clients.Speaking(version);
        using var response = await SendAsync(client, listener, HttpMethod.Get);
        await ReadBeginAsync(response);
        await listener.DisposeAsync();
        await told.Task.WaitAsync(Emulator.Stop);
    }

    private static async Task ReadBeginAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync(Emulator.Stop);
        await body.ReadExactlyAsync(new byte["begin".Length], Emulator.Stop);
    }

    private static Task<Listener> ListenAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> chunks)
    {
        var response = new Response(202, default, [new("Content-Type", "text/plain")]) { Chunks = chunks };
        var anyPort = new IPEndPoint(IPAddress.Loopback, 0);
        return Listener.StartAsync(anyPort, LargestBodyBytes, (_, _) => ValueTask.FromResult(response), Emulator.Stop);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, Listener listener, HttpMethod method)
    {
        var request = new HttpRequestMessage(method, new UriBuilder("http", "127.0.0.1", listener.Port).Uri);
        request.Speak($"{client.DefaultRequestVersion}");
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Emulator.Stop);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Failing(Exception failure)
    {
        yield return "begin"u8.ToArray();
        await Task.Yield();
        throw failure;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> UntilCancelled(
        TaskCompletionSource told,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        try
        {
            yield return "begin"u8.ToArray();
            var gone = new TaskCompletionSource();
            await using var registration = ct.Register(() => gone.TrySetResult());
            await gone.Task;
        }
        finally
        {
            told.SetResult();
        }
    }
}
