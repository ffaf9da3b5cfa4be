namespace Conformance.Reports;

/// <summary>
/// Which values of one dimension met which behaviours of an operation: the pairs that a run sent. A dimension is a way in which
/// legal requests differ that no constraint tells apart, such as the size of texts.
/// </summary>
/// <param name="Api">Short name of the API.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Dimension">Name of the dimension: <c>size</c>.</param>
/// <param name="Behaviours">How many behaviours of the operation were tested across it.</param>
/// <param name="Values">Its values, the ordinary one first.</param>
public sealed record DimensionCoverage(
    string Api,
    string Operation,
    string Dimension,
    int Behaviours,
    ImmutableArray<DimensionValueCoverage> Values
);

/// <summary>How far one value of a dimension went.</summary>
/// <param name="Name">Stable name: <c>over-4-KiB</c>.</param>
/// <param name="Says">For people: <c>texts of more than 4 KiB</c>.</param>
/// <param name="Met">How many behaviours it met, in requests that the target accepted.</param>
public sealed record DimensionValueCoverage(string Name, string Says, int Met)
{
    /// <summary>The behaviours that it did not meet, as their requirements' ids end.</summary>
    public ImmutableArray<string> NotMet { get; init; } = [];

    /// <summary>What the target said to a valid request with it, where it accepts none; else null.</summary>
    public string? Rejected { get; init; }
}
