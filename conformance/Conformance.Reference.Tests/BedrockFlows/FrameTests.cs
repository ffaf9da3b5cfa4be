using System.Text;
using Amazon.Runtime.EventStreams;
using Conformance.Reference.BedrockFlows;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>The frames written by hand against those of the AWS SDK.</summary>
public sealed class FrameTests
{
    [Fact]
    public void TheChecksumIsTheWellKnownOne()
    {
        Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));
        Assert.Equal(0u, Crc32.Of([]));
    }

    [Fact]
    public void AFrameIsOctetForOctetThatOfTheSdk()
    {
        var headers = ArbMap
            .Default.GeneratorFor<(NonEmptyString, UnicodeString)>()
            .Select(h => KeyValuePair.Create(Named(h.Item1.Get), h.Item2.Get ?? ""))
            .ListOf()
            // The SDK knows no repeated names.
            .Select(list => list.DistinctBy(h => h.Key).ToList());
        var payloads = ArbMap.Default.GeneratorFor<byte[]>();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Arb.From(headers),
                Arb.From(payloads),
                (h, payload) => Frame.Write(h, payload).SequenceEqual(BySdk(h, payload))
            )
        );
    }

    [Theory]
    [InlineData(false, ":event-type", "event")]
    [InlineData(true, ":exception-type", "exception")]
    public void TheHeadersSayWhatTheMessageIs(bool isException, string typeHeader, string messageType)
    {
        var frame = Frame.Write(new FlowEvent("someName", isException, "{}"u8.ToArray()));
        var message = EventStreamMessage.FromBuffer(frame, 0, frame.Length);
        Assert.Equal("someName", message.Headers[typeHeader].AsString());
        Assert.Equal(messageType, message.Headers[":message-type"].AsString());
        Assert.Equal("application/json", message.Headers[":content-type"].AsString());
        Assert.Equal("{}", Encoding.UTF8.GetString(message.Payload));
    }

    private static string Named(string text) => "h" + new string([.. text.Where(char.IsAsciiLetterOrDigit)]);

    private static byte[] BySdk(List<KeyValuePair<string, string>> headers, byte[] payload)
    {
        List<IEventStreamHeader> all = [];
        foreach (var (name, value) in headers)
        {
            var header = new EventStreamHeader(name);
            header.SetString(value);
            all.Add(header);
        }
        return new EventStreamMessage(all, payload).ToByteArray();
    }
}
