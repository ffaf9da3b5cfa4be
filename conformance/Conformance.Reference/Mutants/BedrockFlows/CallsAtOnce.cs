using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>What belongs to one call is kept where other calls at the same time find it.</summary>
internal static class CallsAtOnce
{
    /// <summary>How long a flow takes, so that calls at once are under way at once.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(10);

    public static readonly ImmutableArray<Mutant> Rows =
    [
        Shares(
            "SharesInputsOfCallsAtOnce",
            "keeps the input in one place for all calls, and gives back the latest",
            WithOneInput
        ),
        // Half of one message and half of another are no message: who meets them is chance.
        Row(
            "SharesBuffersOfCallsAtOnce",
            "writes the messages of all calls into one buffer before it sends them",
            ["*"],
            WithOneBuffer
        ),
    ];

    /// <summary>Calls one after the other do not notice.</summary>
    private static Mutant Shares(string name, string says, Func<BedrockFlowsBehaviour> behaviour) =>
        Row(name, says, ["concurrency/own-responses"], behaviour).AlsoBreaking("robustness/no-leak", "document/*");

    private static BedrockFlowsBehaviour WithOneInput()
    {
        FlowInput? latest = null;
        return Correct with { Run = Run };

        async IAsyncEnumerable<FlowEvent> Run(FlowInvocation invocation)
        {
            Volatile.Write(ref latest, invocation.Input);
            await Task.Delay(Work, TimeProvider.System);
            await foreach (var e in FlowRun.Of(invocation with { Input = Volatile.Read(ref latest)! }))
                yield return e;
        }
    }

    private static BedrockFlowsBehaviour WithOneBuffer()
    {
        var gate = new Lock();
        var buffer = Array.Empty<byte>();
        return Correct with { Deliver = Deliver };

        async IAsyncEnumerable<ReadOnlyMemory<byte>> Deliver(IAsyncEnumerable<ReadOnlyMemory<byte>> parts)
        {
            await foreach (var part in parts)
            {
                Write(part);
                await Task.Delay(Work, TimeProvider.System);
                yield return Read(part.Length);
            }
        }

        void Write(ReadOnlyMemory<byte> part)
        {
            lock (gate)
            {
                if (buffer.Length < part.Length)
                    Array.Resize(ref buffer, part.Length);
                part.CopyTo(buffer);
            }
        }

        byte[] Read(int length)
        {
            lock (gate)
                return buffer[..length];
        }
    }
}
