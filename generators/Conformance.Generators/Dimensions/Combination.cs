namespace Conformance.Generators.Dimensions;

/// <summary>One value of each of several dimensions, by the dimension's name; ordinary where it says nothing.</summary>
/// <param name="Indexes">Index of the value in its dimension, by the dimension's name.</param>
public sealed record Combination(ImmutableSortedDictionary<string, int> Indexes)
{
    /// <summary>Everything ordinary.</summary>
    public static Combination Ordinary { get; } =
        new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Whether both have the same values.</summary>
    public bool Equals(Combination? other) => other is not null && Indexes.SequenceEqual(other.Indexes);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Indexes.Aggregate(17, (hash, choice) => HashCode.Combine(hash, choice.Key, choice.Value));

    /// <summary>The index of the value of this dimension; 0 is the ordinary one.</summary>
    public int Of(Dimension dimension) => Indexes.GetValueOrDefault(dimension.Name);

    /// <summary>The same with this value of this dimension.</summary>
    public Combination With(Dimension dimension, int index) => new(Indexes.SetItem(dimension.Name, index));

    /// <summary>What is not ordinary in it, in words that follow "with"; empty where nothing is.</summary>
    public string InWords(ImmutableArray<Dimension> dimensions) =>
        string.Join(
            ", ",
            dimensions.Where(dimension => Of(dimension) > 0).Select(dimension => dimension.Values[Of(dimension)].Says)
        );
}
