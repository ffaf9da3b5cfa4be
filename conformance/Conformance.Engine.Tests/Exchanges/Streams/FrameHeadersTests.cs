using System.Text;
using Amazon.Runtime.EventStreams;
using Conformance.Engine.Exchanges.Streams;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class FrameHeadersTests
{
    [Fact]
    public void EveryTypeOfHeaderIsReadWithItsBytes()
    {
        var frame = Read([
            .. Frames.Header("a", 0),
            .. Frames.Header("b", 1),
            .. Frames.Header("c", 2, 1),
            .. Frames.Header("d", 3, 1, 2),
            .. Frames.Header("e", 4, 1, 2, 3, 4),
            .. Frames.Header("f", 5, 1, 2, 3, 4, 5, 6, 7, 8),
            .. Frames.Header("g", 6, 0, 2, 1, 2),
            .. Frames.Text("h", "ü\U0001F600"),
            // As late as the encoding can say it: later than a DateTime.
            .. Frames.Header("i", 8, 255, 255, 255, 255, 255, 255, 255, 255),
            .. Frames.Header("j", 9, new byte[16]),
            .. Frames.Text("k", ""),
            .. Frames.Text("l", new string('x', 40_000)),
        ]).Frame!;
        Assert.Equal([0, 0, 1, 2, 4, 8, 2, 6, 8, 16, 0, 40_000], frame.Headers.Select(h => h.Value.Length));
        Assert.Equal(("ü\U0001F600", "", null), (frame.Text("h"), frame.Text("k"), frame.Text("i")));
    }

    [Fact]
    public void AFrameWithoutHeadersIsAFrame() => Assert.Empty(Read([]).Frame!.Headers);

    [Fact]
    public void AsManyHeadersAsAFrameHasRoomForAreRead()
    {
        // Three bytes of a name, its length and a type: the names are all the ways to write three letters.
        const int count = 131_072 / 5;
        var names = Enumerable
            .Range(0, count)
            .Select(n => $"{(char)('0' + (n >> 12))}{(char)('0' + ((n >> 6) & 63))}{(char)('0' + (n & 63))}");
        Assert.Equal(count, Read([.. names.SelectMany(name => Frames.Header(name, 0))]).Frame!.Headers.Length);
    }

    public static TheoryData<string, byte[]> Wrong { get; } =
        new()
        {
            { "got 10", Frames.Header("a", 10) },
            { "got 255", Frames.Header("a", 255) },
            { "name, got none", Frames.Header("", 7, 0, 0) },
            { "name of 9 bytes", [9, (byte)'a', 7] },
            { "name of 1 bytes and its type", [1, (byte)'a'] },
            { "UTF-8", [1, 0xff, 0] },
            { "UTF-8", Frames.Header("a", 7, 0, 1, 0xff) },
            { "the length of a value", Frames.Header("a", 7, 0) },
            { "a value of 2 bytes, got 1", Frames.Header("a", 7, 0, 2, 65) },
            { "a value of 8 bytes, got 7", Frames.Header("a", 8, new byte[7]) },
            { "a twice", [.. Frames.Text("a", "x"), .. Frames.Header("a", 0)] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void HeadersThatCannotBeReadAreAFault(string says, byte[] headers)
    {
        var (frame, fault) = Read(headers);
        Assert.Null(frame);
        Assert.Equal((StreamFaultKind.BadHeaders, 0), (fault!.Kind, fault.Offset));
        Assert.Contains(says, fault.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void AValueDoesNotReachIntoThePayload() =>
        Assert.Equal(StreamFaultKind.BadHeaders, Read(Frames.Header("a", 7, 0, 4), "abcd").Fault?.Kind);

    [Property(MaxTest = 200)]
    public void WhatTheSdkWritesIsReadAsItWasWritten(NonNull<UnicodeString>[] texts, byte[] payload)
    {
        var headers = texts.Select((text, n) => (Name: $"name-{n}", Value: InUtf8(text.Get.Get ?? ""))).ToList();
        var written = new EventStreamMessage([.. headers.Select(Written)], payload).ToByteArray();
        var frame = Assert.Single(new FrameReader().Take(written));
        Assert.Equal(headers, frame.Headers.Select(h => (h.Name, h.Text!)));
        Assert.Equal(payload, frame.Payload.ToArray());
    }

    [Property(MaxTest = 500)]
    public Property WhatIsReadTheSdkReadsTheSame() =>
        Prop.ForAll<byte[]>(
            Gen.OneOf(
                    Gen.Elements(Frames.Text("a", "x"), Frames.Header("b", 0), Frames.Header("c", 4, 1, 2, 3, 4)),
                    Gen.Choose(0, 12).Select(octet => new[] { (byte)octet })
                )
                .ListOf()
                .Select(parts => parts.SelectMany(part => part).ToArray())
                .ToArbitrary(),
            headers =>
            {
                var message = Frames.Message(headers, []);
                if (Read(headers).Frame is not { } frame || frame.Headers.Any(IsTime))
                    return;
                var theirs = EventStreamMessage.FromBuffer(message, 0, message.Length);
                Assert.Equal(frame.Headers.Select(h => h.Name).Order(), theirs.Headers.Keys.Order());
            }
        );

    private static string InUtf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // Beyond the year 9999 the SDK throws.
    private static bool IsTime(FrameHeader header) => header.Type == FrameHeaderType.Timestamp;

    private static IEventStreamHeader Written((string Name, string Value) header)
    {
        var written = new EventStreamHeader(header.Name);
        written.SetString(header.Value);
        return written;
    }

    private static (Frame? Frame, StreamFault? Fault) Read(byte[] headers, string payload = "")
    {
        var reader = new FrameReader();
        var frames = reader.Take(Frames.Message(headers, Encoding.UTF8.GetBytes(payload)));
        return (frames.FirstOrDefault(), reader.End());
    }
}
