using System.Collections.Frozen;

namespace Conformance.Contracts.Tests.Consumer;

/// <summary>What the kit's clients do for each interaction, by its id: they send its request and look at what they make of the response.</summary>
internal static class Consumers
{
    /// <summary>Ends what waits when the tests are cancelled.</summary>
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every consumer; the URI is the mock server's.</summary>
    public static FrozenDictionary<string, Func<Uri, Task>> ById { get; } =
        NovaActDefinitions
            .All.Concat(NovaActRuns.All)
            .Concat(FlowInvocations.All)
            .Concat(PennsieveRuns.All)
            .ToFrozenDictionary(c => c.Key, c => c.Value);
}
