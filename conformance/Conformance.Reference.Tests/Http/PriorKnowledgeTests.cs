using System.IO.Pipelines;
using System.Text;
using Conformance.Reference.Http;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Reference.Tests.Http;

public sealed class PriorKnowledgeTests
{
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Property(MaxTest = 1000)]
    public Property ThePrefaceAloneChoosesHttp2AndNoByteIsLostHoweverTheyArrive()
    {
        var other = Gen.Elements("PRI *HTP/2.0\r\nSMxé\0".ToCharArray());
        // Mostly beginnings of the preface, so that a difference is met at its last byte as often as at its first.
        var begun = Gen.Choose(0, Preface.Length).Select(n => Preface[..n]);
        var texts = begun.SelectMany(b => other.ArrayOf().Select(rest => b + new string(rest)));
        var sizes = Gen.Choose(1, 30).NonEmptyListOf().Select(s => s.ToArray());
        var sent = texts.SelectMany(text => sizes.Select(s => (Text: text, Sizes: s)));
        return Prop.ForAll(
            Arb.From(sent),
            async s =>
            {
                await using var connection = new Connection(TimeProvider.System);
                await connection.SendAsync(s.Text, s.Sizes);
                await connection.EndAsync();
                var isHttp2 = s.Text.StartsWith(Preface, StringComparison.Ordinal);
                Assert.Equal((isHttp2 ? "h2" : null, s.Text), await connection.PassedOnAsync(s.Text.Length));
            }
        );
    }

    [Theory]
    [InlineData("G", null)]
    [InlineData("PU", null)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\rx", null)]
    [InlineData(Preface, "h2")]
    public async Task NothingMoreIsWaitedForOnceItIsClear(string sent, string? chosen)
    {
        await using var connection = new Connection(TimeProvider.System);
        await connection.SendAsync(sent, [sent.Length]);
        Assert.Equal((chosen, sent), await connection.PassedOnAsync(sent.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PRI * HTTP/2.0\r\n\r\n")]
    public async Task WhoeverStopsBeforeItIsClearIsTakenToSpeakHttp1AfterAWhile(string sent)
    {
        var time = new FakeTimeProvider();
        await using var connection = new Connection(time);
        await connection.SendAsync(sent, [1]);
        time.Advance(Patience - TimeSpan.FromTicks(1));
        Assert.False(connection.IsPassedOn);
        time.Advance(TimeSpan.FromTicks(1));
        await connection.PassedOn.WaitAsync(Emulator.Stop);
        // Bytes that were examined on the way are read with whatever comes next, and be it the end.
        await connection.EndAsync();
        Assert.Equal((null, sent), await connection.PassedOnAsync(sent.Length));
    }

    [Fact]
    public async Task AConnectionThatBreaksIsNotPassedOn()
    {
        await using var connection = new Connection(TimeProvider.System);
        await connection.SendAsync("PRI", [3]);
        await connection.EndAsync(new ConnectionAbortedException());
        await Assert.ThrowsAsync<ConnectionAbortedException>(() => connection.Attended);
        Assert.False(connection.IsPassedOn);
    }

    /// <summary>A connection in memory, and what is passed on of it.</summary>
    private sealed class Connection : IAsyncDisposable
    {
        private readonly Pipe pipe = new();
        private readonly TaskCompletionSource<ConnectionContext> passedOn = new();

        public Connection(TimeProvider time)
        {
            var context = new DefaultConnectionContext("one", new Duplex(pipe), new Duplex(pipe));
            Attended = new PriorKnowledge(Patience, time).ChooseAsync(
                context,
                connection =>
                {
                    passedOn.SetResult(connection);
                    return Task.CompletedTask;
                }
            );
        }

        public Task Attended { get; }

        public Task PassedOn => passedOn.Task;

        public bool IsPassedOn => PassedOn.IsCompleted;

        /// <summary>Sends a text in parts of these sizes, over and over.</summary>
        public async Task SendAsync(string text, int[] sizes)
        {
            var left = Encoding.Latin1.GetBytes(text).AsMemory();
            for (var i = 0; !left.IsEmpty; i++)
            {
                var size = Math.Min(left.Length, sizes[i % sizes.Length]);
                await pipe.Writer.WriteAsync(left[..size], Emulator.Stop);
                left = left[size..];
            }
        }

        public async Task EndAsync(Exception? failure = null) => await pipe.Writer.CompleteAsync(failure);

        /// <summary>The protocol that was agreed on, and the first bytes that whoever it is passed on to can read.</summary>
        public async Task<(string? Protocol, string Bytes)> PassedOnAsync(int count)
        {
            var connection = await passedOn.Task.WaitAsync(Emulator.Stop);
            var agreed = connection.Features.Get<ITlsApplicationProtocolFeature>()?.ApplicationProtocol;
            var protocol = agreed is { } name ? Encoding.ASCII.GetString(name.Span) : null;
            if (count == 0)
                return (protocol, "");
            // Not by ReadAtLeastAsync, which waits for more where bytes have been examined.
            var read = await connection.Transport.Input.ReadAsync(Emulator.Stop);
            return (protocol, Encoding.Latin1.GetString(read.Buffer));
        }

        public ValueTask DisposeAsync() => pipe.Writer.CompleteAsync();
    }

    private sealed class Duplex(Pipe pipe) : IDuplexPipe
    {
        public PipeReader Input => pipe.Reader;

        public PipeWriter Output => pipe.Writer;
    }
}
