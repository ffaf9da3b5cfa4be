using Conformance.Engine.Exchanges;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>What every response that accepts a valid request of the operation has to be like.</summary>
/// <param name="Expected">In words: <c>status 201</c>.</param>
/// <param name="Look">What one such response says of it.</param>
public sealed record ResponseCheck(string Expected, Func<Exchange, CheckResult> Look)
{
    /// <summary>Whether it holds as well for a stream that tells an error, whatever the request was.</summary>
    public bool BindsStreamedErrors { get; init; }
}
