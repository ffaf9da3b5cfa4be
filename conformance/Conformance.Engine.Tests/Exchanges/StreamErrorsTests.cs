using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Exchanges;

/// <summary>The error that ends the stream of a response whose status is a success.</summary>
public sealed class StreamErrorsTests
{
    private static readonly Operation Plain = Made.Operation(Rejecting.Note) with
    {
        Errors = [Made.Invalid, Made.Error("SlowException", 429, ErrorCause.Throttled)],
    };

    private static readonly Operation Streaming = Plain with
    {
        Success = Plain.Success with
        {
            Stream = new EventStream(
                "application/vnd.amazon.eventstream",
                Level.Must,
                Made.At(1),
                [
                    new("output", EventRole.Output, Level.Must, Made.At(2), []),
                    new("failed", EventRole.Exception, Level.Must, Made.At(3), []) { Status = 424 },
                ]
            ),
        },
    };

    [Theory]
    [InlineData("""{"output":{}}""", null, null)]
    [InlineData("""{"output":{}}{"failed":{"message":"no"}}""", "failed", 424)]
    [InlineData("""{"failed":{}}{"output":{}}""", "failed", 424)]
    [InlineData("", null, null)]
    public void TheFirstErrorOfTheStreamIsTheResponse(string body, string? name, int? status)
    {
        var noted = StreamErrors.Noted(Response(200, body), Streaming);
        Assert.Equal((name, status), (noted.StreamedError?.Name, noted.StreamedError?.Status));
        Assert.Equal(name is null, noted.IsAccepted());
        Assert.Equal(name is null ? 200 : status, noted.EffectiveStatus());
    }

    [Fact]
    public void ItsPayloadIsTheBodyThatIsLookedAt()
    {
        var noted = StreamErrors.Noted(Response(200, """{"failed":{"message":"no"}}"""), Streaming);
        Assert.Equal("no", noted.Text("message"));
        Assert.Equal("Failed", ErrorName.Of(noted, null));
    }

    [Fact]
    public void AnErrorThatIsNoSuccessIsLeftAlone()
    {
        var exchange = Response(424, """{"failed":{}}""");
        Assert.Same(exchange, StreamErrors.Noted(exchange, Streaming));
        var failure = Seen.Failure(TransportFailureKind.Timeout);
        Assert.Same(failure, StreamErrors.Noted(failure, Streaming));
    }

    [Fact]
    public void AnOperationWithoutAStreamHasNone()
    {
        var exchange = Response(200, """{"failed":{}}""");
        Assert.Same(exchange, StreamErrors.Noted(exchange, Plain));
    }

    [Fact]
    public async Task ARejectionInAStreamCountsAsOne()
    {
        using var target = new ScriptedTarget(r => new ScriptedResponse(
            200,
            r.IsViolation() ? """{"failed":{"message":"no"}}""" : """{"output":{}}"""
        ));
        var test = target.Bench(Streaming);
        var check = Rejecting.Of(test, Rejecting.TooLong) with
        {
            Valid = () => test.Valid(Streaming, Rejecting.Note),
            Expected = new Expectation("424", [424]),
        };
        Assert.Equal(Outcome.Passed, (await check.Run(test)).Outcome);
    }

    private static Exchange Response(int status, string body) =>
        Seen.Response(
            new ReceivedResponse(
                status,
                [new Header("Content-Type", "application/json")],
                Encoding.UTF8.GetBytes(body),
                IsTruncated: false
            )
        );
}
