using System.Text;
using Amazon.Runtime.EventStreams;
using Conformance.Reference.BedrockFlows;
using FsCheck;
using FsCheck.Xunit;

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

    [Property(MaxTest = 1000)]
    public void AFrameIsOctetForOctetThatOfTheSdk((NonEmptyString Name, UnicodeString Value)[] texts, byte[] payload)
    {
        // The SDK knows no repeated names.
        var headers = texts
            .Select(h => KeyValuePair.Create(Named(h.Name.Get), h.Value.Get ?? ""))
            .DistinctBy(h => h.Key)
            .ToList();
        Assert.Equal(BySdk(headers, payload), Frame.Write(headers, payload));
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
