using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>
/// Finds out whether a response is about a quota of the target that is used up: a documented response to a request with
/// nothing wrong.
/// </summary>
internal static class Quota
{
    private const int PaymentRequired = 402;

    /// <summary>The exchange, marked where its response is about a quota.</summary>
    public static Exchange Noted(Exchange exchange, Operation operation) =>
        exchange.Response is { } response && IsUsedUp(exchange, response, operation)
            ? exchange with
            {
                IsOverQuota = true,
            }
            : exchange;

    private static bool IsUsedUp(Exchange exchange, ReceivedResponse response, Operation operation)
    {
        if (response.Status == PaymentRequired)
            return true;
        if (operation.ErrorFor(ErrorCause.QuotaExceeded) is not { } documented)
            return false;
        var name = ErrorName.Of(exchange, operation.ErrorName);
        var isItsOwn = operation.Errors.All(e => e == documented || e.Status != documented.Status);
        return name == documented.Name || (name is null && isItsOwn && response.Status == documented.Status);
    }
}
