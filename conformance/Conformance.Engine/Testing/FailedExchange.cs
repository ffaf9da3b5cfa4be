using Conformance.Engine.Exchanges;
using Conformance.Reports;

namespace Conformance.Engine.Testing;

/// <summary>Failures that one exchange shows, with the cause that it tells.</summary>
internal static class FailedExchange
{
    /// <summary>The failure that this response, or its absence, shows.</summary>
    /// <param name="test">Where it was sent from.</param>
    /// <param name="case">What was tried, in words.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="got">What came.</param>
    /// <param name="cases">How many cases were tried.</param>
    public static Finding Fails(
        this TestSession test,
        string @case,
        Expectation expected,
        Exchange got,
        int cases = 1
    ) => test.Fails(@case, expected.Says, got.InWords(), cases, Causes.Of(test.Operation, expected, got));
}
