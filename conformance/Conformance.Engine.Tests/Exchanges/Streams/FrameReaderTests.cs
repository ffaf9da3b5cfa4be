using System.Text;
using Conformance.Engine.Exchanges.Streams;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class FrameReaderTests
{
    private static readonly byte[] Two =
    [
        .. Frames.Event("flowOutputEvent", """{"nodeName":"out"}"""),
        .. Frames.Event("flowCompletionEvent", """{"completionReason":"SUCCESS"}"""),
    ];

    [Theory]
    [InlineData("0000001e00000000baf2f68a7b22666f6f223a2022626172227dae7258e4", 0)]
    [InlineData(
        "0000003e00000020405df9460c636f6e74656e742d74797065070010"
            + "6170706c69636174696f6e2f6a736f6e7b22666f6f223a2022626172227d6fa2bf3b",
        1
    )]
    public void FramesThatOthersWroteAreRead(string hex, int headers)
    {
        var (frames, fault) = Read(Convert.FromHexString(hex));
        Assert.Null(fault);
        var frame = Assert.Single(frames);
        Assert.Equal("""{"foo": "bar"}""", Encoding.UTF8.GetString(frame.Payload.Span));
        Assert.Equal(headers, frame.Headers.Length);
        Assert.Equal(headers == 0 ? null : "application/json", frame.Text("content-type"));
    }

    [Fact]
    public void FramesHaveTheirPlaceInTheStream()
    {
        var (frames, _) = Read(Two);
        Assert.Equal([0, frames[0].Length], frames.Select(f => f.Offset));
        Assert.Equal(Two.Length, frames.Sum(f => f.Length));
    }

    [Fact]
    public void AFrameIsThereAsSoonAsItsLastByteCame()
    {
        var reader = new FrameReader();
        var first = Read(Two).Frames[0].Length;
        Assert.Empty(reader.Take(Two.AsSpan(0, first - 1)));
        Assert.Single(reader.Take(Two.AsSpan(first - 1, 1)));
    }

    [Property(MaxTest = 300)]
    public Property WhatIsReadDoesNotDependOnHowTheBytesWereCut() =>
        Prop.ForAll<int[]>(
            Gen.Choose(0, Two.Length + 20).ListOf().Select(cuts => cuts.Order().ToArray()).ToArbitrary(),
            cuts =>
            {
                byte[] bytes = [.. Two, 1, 2, 3];
                var whole = Read(bytes);
                var reader = new FrameReader();
                var frames = new List<Frame>();
                int[] all = [0, .. cuts.Where(c => c < bytes.Length), bytes.Length];
                foreach (var (from, to) in all.Zip(all.Skip(1)))
                    frames.AddRange(reader.Take(bytes.AsSpan(from..to)));
                Assert.Equal(Shown(whole.Frames), Shown(frames));
                Assert.Equal(whole.Fault, reader.End());
            }
        );

    [Fact]
    public void EveryFlippedBitIsAFaultOfTheChecksumThatCoversIt()
    {
        for (var bit = 0; bit < Two.Length * 8; bit++)
        {
            var flipped = Two.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var (frames, fault) = Read(flipped);
            var broken = Read(Two).Frames[bit / 8 < Read(Two).Frames[0].Length ? 0 : 1];
            var isPrelude = bit / 8 - broken.Offset < 12;
            Assert.Equal(
                (isPrelude ? StreamFaultKind.PreludeChecksum : StreamFaultKind.MessageChecksum, broken.Offset),
                (fault!.Kind, fault.Offset)
            );
            Assert.Equal(broken.Offset == 0 ? 0 : 1, frames.Count);
        }
    }

    [Fact]
    public void TheEndWithinAFrameIsAFaultWhereverItIs()
    {
        var first = Read(Two).Frames[0].Length;
        for (var length = 0; length < Two.Length; length++)
        {
            var (frames, fault) = Read(Two[..length]);
            Assert.Equal(length < first ? 0 : 1, frames.Count);
            Assert.Equal(length is 0 || length == first ? null : StreamFaultKind.Truncated, fault?.Kind);
        }
    }

    [Theory]
    [InlineData(16 + 131_072, 131_072, null)]
    [InlineData(16 + 131_073, 131_073, StreamFaultKind.HeadersTooLarge)]
    [InlineData(16 + 25_165_824, 0, null)]
    [InlineData(16 + 25_165_825, 0, StreamFaultKind.FrameTooLarge)]
    [InlineData(16 + 25_165_824 + 131_072, 131_072, null)]
    [InlineData(4_294_967_295, 0, StreamFaultKind.FrameTooLarge)]
    [InlineData(15, 0, StreamFaultKind.BadLengths)]
    [InlineData(0, 0, StreamFaultKind.BadLengths)]
    [InlineData(20, 5, StreamFaultKind.BadLengths)]
    [InlineData(16, 4_294_967_295, StreamFaultKind.BadLengths)]
    public void LengthsThatTheEncodingForbidsAreFaultsBeforeTheRestCame(long total, long headers, object? expected)
    {
        var reader = new FrameReader();
        Assert.Empty(reader.Take(Frames.Prelude(total, headers)));
        Assert.Equal(expected, reader.Fault?.Kind);
    }

    [Fact]
    public void AfterAFaultNothingMoreIsRead()
    {
        var reader = new FrameReader();
        var broken = Two.ToArray();
        broken[5] ^= 1;
        Assert.Empty(reader.Take(broken));
        var fault = reader.Fault;
        Assert.Empty(reader.Take(Two));
        Assert.Same(fault, reader.End());
    }

    private static (IReadOnlyList<Frame> Frames, StreamFault? Fault) Read(byte[] bytes)
    {
        var reader = new FrameReader();
        return (reader.Take(bytes), reader.End());
    }

    private static IEnumerable<string> Shown(IEnumerable<Frame> frames) =>
        frames.Select(f =>
            $"{f.Offset} {f.Length} {string.Join(",", f.Headers.Select(h => $"{h.Name}={h.Text}"))} "
            + Encoding.UTF8.GetString(f.Payload.Span)
        );
}
