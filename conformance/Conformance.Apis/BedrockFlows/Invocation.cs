using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>An invocation of a flow that got a response.</summary>
/// <param name="Exchange">The bytes.</param>
/// <param name="Stream">The events in its response.</param>
internal sealed record Invocation(Exchange Exchange, FlowStream Stream)
{
    /// <summary>How the first try differed, where a stream broke off once only; null where it did not.</summary>
    public string? Unsteady { get; init; }

    /// <summary>The kinds of event that the operation has.</summary>
    public static EventStream KindsOf(TestSession test) => test.Operation.Success.Stream!;

    /// <summary>Invokes a flow that has to be accepted before anything can be judged.</summary>
    /// <exception cref="CannotArrangeException">It was not accepted.</exception>
    public static async Task<Invocation> Arrange(TestSession test, RequestDraft request, string says)
    {
        var exchange = await test.Arrange(request, says);
        if (exchange.Response!.BrokenOff is null)
            return Of(exchange);
        // What breaks off once may be the network's doing.
        var again = await test.Arrange(request, "the same again");
        return again.Response!.BrokenOff is null
            ? Of(again) with
            {
                Unsteady = $"once {exchange.InWords()}, then {again.InWords()}",
            }
            : Of(again);
    }

    /// <summary>The response with its events.</summary>
    public static Invocation Of(Exchange responded) => new(responded, StreamDecoder.Decode(responded.Response!));
}
