using System.Collections.Concurrent;
using Conformance.Generators.Dimensions;

namespace Conformance.Engine.Testing;

/// <summary>
/// The combinations of dimensions that a test's valid requests are drawn in, one after the other. Safe for concurrent callers.
/// </summary>
/// <param name="known">What the target accepts, by operation.</param>
/// <param name="start">Where in each list it begins.</param>
internal sealed class CombinationTurns(ImmutableDictionary<string, Combinations.Known> known, int start)
{
    private readonly ConcurrentDictionary<string, int> _drawn = new();
    private ImmutableList<(string Operation, Combination Combination)> _ofTheCase = [];

    /// <summary>Always this combination, for requests of this operation; others stay ordinary.</summary>
    public static CombinationTurns Only(string operation, Combinations.Known known, Combination combination) =>
        new(
            ImmutableDictionary<string, Combinations.Known>.Empty.Add(
                operation,
                known with
                {
                    Accepted = [combination],
                }
            ),
            start: 0
        );

    /// <summary>What was drawn since the case began.</summary>
    public ImmutableList<(string Operation, Combination Combination)> OfTheCase => _ofTheCase;

    /// <summary>The next one for a request of the operation; null where its requests are ordinary.</summary>
    public Combination? Next(string operation)
    {
        if (!known.TryGetValue(operation, out var accepted))
            return null;
        var turn = _drawn.AddOrUpdate(operation, 1, (_, count) => count + 1) - 1;
        var combination = accepted.Accepted[(start + turn) % accepted.Accepted.Length];
        ImmutableInterlocked.Update(ref _ofTheCase, all => all.Add((operation, combination)));
        return combination;
    }

    /// <summary>Forgets what was drawn so far.</summary>
    public void BeginCase() => _ofTheCase = [];

    /// <summary>Whether each of the operation's combinations has had its turn.</summary>
    public bool AreThrough(string operation) =>
        !known.TryGetValue(operation, out var accepted)
        || _drawn.GetValueOrDefault(operation) >= accepted.Accepted.Length;
}
