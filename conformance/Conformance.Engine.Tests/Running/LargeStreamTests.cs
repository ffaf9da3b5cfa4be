using System.Diagnostics;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Exchanges.Streams;
using Conformance.Engine.Tests.Testing;

namespace Conformance.Engine.Tests.Running;

/// <summary>However large a legal stream is, all that is asked of every response is asked of it in little time.</summary>
public sealed class LargeStreamTests
{
    private static readonly ImmutableArray<ResponseCheck> Duties =
    [
        .. KitRuns
            .Everything.First(p => p.Api.Name == "bedrock-flows")
            .Requirements.Where(r => r.Operation.Id == "InvokeFlow")
            .Select(r => r.Responses)
            .OfType<ResponseCheck>(),
    ];

    [Theory]
    [InlineData(200_000, 40)]
    [InlineData(1, 16_000_000)]
    [InlineData(15_000, 1_000)]
    public void NothingIsWrongWithIt(int events, int payload)
    {
        var other = Frames.Event("somethingNew", $"\"{new string('x', payload)}\"");
        var output = Frames.Event(
            "flowOutputEvent",
            """{"content":{"document":1},"nodeName":"A","nodeType":"FlowOutputNode"}"""
        );
        var end = Frames.Event("flowCompletionEvent", """{"completionReason":"SUCCESS"}""");
        var body = new byte[(other.Length * events) + output.Length + end.Length];
        for (var n = 0; n < events; n++)
            other.CopyTo(body, n * other.Length);
        output.CopyTo(body, other.Length * events);
        end.CopyTo(body, (other.Length * events) + output.Length);
        var exchange = ReadOnce.Of(Seen.Response(Bodies.Of(Bodies.Framed, body)));

        var started = Stopwatch.GetTimestamp();
        var looks = Duties.Select(duty => duty.Look(exchange)).ToList();
        var took = Stopwatch.GetElapsedTime(started);

        Assert.NotEmpty(looks);
        Assert.All(looks, look => Assert.Null(look.Problem));
        Assert.Equal(events > EventReading.MostEvents, looks.Exists(look => look.Unread is not null));
        // Half a second on a busy machine; a minute and more for a few such streams when each duty decoded them for itself.
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        TestContext.Current.TestOutputHelper?.WriteLine($"{body.Length} bytes, {Duties.Length} duties: {took}");
    }
}
