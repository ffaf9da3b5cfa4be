using Conformance.Engine.Exchanges;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>
/// What every response of a kind has to be like, whatever its request was sent for: of those that accept a valid request, or
/// of errors.
/// </summary>
/// <param name="Expected">In words: <c>status 201</c>.</param>
/// <param name="Look">What one such response says of it.</param>
public sealed record ResponseCheck(string Expected, Func<Exchange, CheckResult> Look)
{
    /// <summary>Whether it is about errors, and not about what accepts a request.</summary>
    public bool IsAboutErrors { get; init; }

    /// <summary>Whether it holds as well for a stream that tells an error, whatever the request was.</summary>
    public bool BindsStreamedErrors { get; init; }
}
