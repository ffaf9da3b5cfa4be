using System.Collections.Concurrent;
using Conformance.Generators.Dimensions;

namespace Conformance.Engine.Testing;

/// <summary>Which values of dimensions a test's accepted requests had, by operation. Safe for concurrent callers.</summary>
public sealed class SentPairs
{
    private readonly ConcurrentDictionary<(string Operation, string Dimension, int Value), int> _sent = new();

    /// <summary>Notes the values of an accepted request; of a dimension that it doesn't name the ordinary one.</summary>
    internal void Note(string operation, ImmutableArray<Dimension> dimensions, Combination combination)
    {
        foreach (var dimension in dimensions)
            _sent.AddOrUpdate((operation, dimension.Name, combination.Of(dimension)), 1, (_, count) => count + 1);
    }

    /// <summary>Indexes of the values of this dimension that were sent to the operation.</summary>
    public ImmutableSortedSet<int> Of(string operation, string dimension) =>
        [.. _sent.Keys.Where(key => key.Operation == operation && key.Dimension == dimension).Select(key => key.Value)];
}
