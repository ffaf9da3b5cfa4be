namespace Conformance.XUnit.Rows;

/// <summary>What a test says to xunit.</summary>
internal abstract record RowResult
{
    /// <param name="Output">What is shown beside it; null for nothing.</param>
    internal sealed record Passes(string? Output = null) : RowResult;

    /// <param name="Warning">What is wrong without counting.</param>
    internal sealed record Warns(string Warning) : RowResult;

    /// <param name="Message">What the target does wrong.</param>
    internal sealed record Fails(string Message) : RowResult;

    /// <param name="Reason">Why nothing can be said.</param>
    internal sealed record Skips(string Reason) : RowResult;

    /// <param name="Message">What failed besides the target.</param>
    internal sealed record Errs(string Message) : RowResult;
}
