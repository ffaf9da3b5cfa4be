using System.Globalization;
using Conformance.Reports;

namespace Conformance.Engine.Http;

/// <summary>When a throttled request may be sent again.</summary>
internal static class RetryAfter
{
    private const int TooManyRequests = 429;
    private const int ServiceUnavailable = 503;

    /// <summary>429 (D0:154), and 503 where it names a time: the target asks for patience, it doesn't respond.</summary>
    internal static bool IsAskedFor(ReceivedResponse response) =>
        response.Status == TooManyRequests
        || (response.Status == ServiceUnavailable && response.Header("Retry-After") is not null);

    /// <summary>The pause before the next attempt.</summary>
    /// <param name="response">The throttled response.</param>
    /// <param name="attempt">How often the request has been sent, from 1.</param>
    internal static TimeSpan PauseAfter(
        ReceivedResponse response,
        int attempt,
        DateTimeOffset now,
        TargetClientOptions options
    )
    {
        var asked = Parse(response.Header("Retry-After"), now);
        // A pause of nothing would only spend the attempts.
        var pause = asked > TimeSpan.Zero ? asked.Value : Backoff(attempt, options);
        return pause < options.LongestRetryAfter ? pause : options.LongestRetryAfter;
    }

    /// <summary>Seconds or an HTTP date (RFC 9110, 10.2.3); null where it is neither.</summary>
    internal static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, utc, out var date)
            ? date - now
            : null;
    }

    private static TimeSpan Backoff(int attempt, TargetClientOptions options) =>
        options.FirstBackoff * Math.Pow(2, Math.Min(attempt - 1, 20));
}
