using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Wire;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>A row of a list of mutants of InvokeFlow.</summary>
internal static class FlowMutant
{
    private const string Api = "bedrock-flows";

    /// <summary>Names the flows that fail before their streams, each with its error.</summary>
    public static readonly string FailsBeforeStreams = Failing(flows => flows.BeforeStream);

    /// <summary>Names the flows that fail within their streams, each with its error.</summary>
    public static readonly string FailsWithinStreams = Failing(flows => flows.WithinStream);

    /// <param name="name">Its name.</param>
    /// <param name="says">The fault, in words that follow "the target".</param>
    /// <param name="breaks">Ids of the requirements that it breaks, without the names of the API and the operation.</param>
    /// <param name="behaviour">Makes the wrong behaviour, and what that remembers.</param>
    public static Mutant Row(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<BedrockFlowsBehaviour> behaviour
    ) =>
        new Mutant(name, Api, says)
        {
            Scope = $"{Api}/InvokeFlow",
            Change = right => right with { BedrockFlows = behaviour() },
        }.Breaking(breaks);

    /// <summary>The same for what is right, but whose messages go another way over the wire.</summary>
    public static Mutant OnTheWire(string name, string says, ImmutableArray<string> breaks, Func<Pass, Task> passes) =>
        Row(name, says, breaks, () => BedrockFlowsBehaviour.Correct) with
        {
            Wire = () => passes,
        };

    private static string Failing(Func<FailingFlows, string> which)
    {
        var failures = Offer.Failing.Select(f => $"{f.Error.EventName}: {{ flowIdentifier: {which(f)} }}");
        return $"apis: {{ {Api}: {{ fixtures: {{ failures: {{ {string.Join(", ", failures)} }} }} }} }}";
    }
}
