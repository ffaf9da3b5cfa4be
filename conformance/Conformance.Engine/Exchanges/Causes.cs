using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>What an exchange that is not as expected comes from, as data.</summary>
internal static class Causes
{
    /// <summary>The cause of a failure that shows in the decision or the status of a response, or in that none came.</summary>
    /// <param name="operation">The operation, whose documented errors alone are named.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="got">What came.</param>
    public static Cause Of(Operation operation, Expectation expected, Exchange got)
    {
        if (got.Failure is { } failure)
            return new(CauseKind.NoResponse) { Failure = failure.Kind };
        var kind =
            expected.IsOfAcceptance ? CauseKind.RejectedValid
            : got.IsAccepted() ? CauseKind.AcceptedInvalid
            : CauseKind.WrongStatus;
        return With(kind, operation, got) with { ExpectedStatus = expected.Documented };
    }

    /// <summary>The control request was rejected.</summary>
    public static Cause ControlRejected(Operation operation, Exchange control) =>
        With(CauseKind.ControlRejected, operation, control);

    /// <summary>An error goes by another name than documented, or by none.</summary>
    public static Cause ErrorName(Operation operation, string expected, Exchange got) =>
        With(CauseKind.WrongErrorName, operation, got) with
        {
            ExpectedError = expected,
        };

    /// <summary>A request was lost, which is not the target's fault.</summary>
    public static Cause Lost(Exchange exchange) => new(CauseKind.LostByChance) { Failure = exchange.Failure?.Kind };

    /// <summary>The cause why a response says nothing about the request, or none came.</summary>
    public static Cause SaysNothing(Exchange exchange) =>
        exchange.Response is null ? Lost(exchange) : new Cause(CauseKind.LimitOfTheTarget);

    private static Cause With(CauseKind kind, Operation operation, Exchange exchange) =>
        new(kind) { Status = exchange.EffectiveStatus(), Error = Documented(operation, exchange) };

    // A target may put anything into a name, and something else each time.
    private static string? Documented(Operation operation, Exchange exchange) =>
        Exchanges.ErrorName.Of(exchange, operation.ErrorName) is { } name && operation.Errors.Any(e => e.Name == name)
            ? name
            : null;
}
