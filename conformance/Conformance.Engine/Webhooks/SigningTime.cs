using System.Globalization;

namespace Conformance.Engine.Webhooks;

/// <summary>When a delivery was signed.</summary>
/// <param name="Text">As it is signed, <c>20150830T123600Z</c>.</param>
/// <param name="Time">The same as a time.</param>
internal sealed record SigningTime(string Text, DateTimeOffset Time)
{
    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";

    // As long as a signature may be under way, and the clocks may differ.
    private static readonly TimeSpan LargestDifference = TimeSpan.FromMinutes(15);

    /// <summary>Day of signing, <c>20150830</c>.</summary>
    public string Day => Text[..8];

    /// <summary>From X-Amz-Date, or from Date where the sender has none; null where neither tells.</summary>
    public static SigningTime? Of(Delivery delivery) =>
        delivery.Values("X-Amz-Date") is [] ? Read(delivery.Header("Date"), Basic, "r")
        : delivery.Header("X-Amz-Date") is { } time ? Read(time, Basic)
        : null;

    /// <summary>Whether it was signed when it arrived, as far as the clocks tell.</summary>
    /// <param name="arrivedAt">When it arrived, by this machine's clock.</param>
    /// <param name="targetIsAhead">How far the target's clock is ahead of this machine's; null where nothing tells.</param>
    public SignatureCheck Look(DateTimeOffset arrivedAt, TimeSpan? targetIsAhead)
    {
        var late = arrivedAt - Time + (targetIsAhead ?? TimeSpan.Zero);
        if (late.Duration() <= LargestDifference)
            return SignatureCheck.Good;
        var says =
            $"expected it to be signed within {LargestDifference.TotalMinutes:0} minutes of its arrival at {arrivedAt.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture)}, got {Text}";
        return targetIsAhead is null
            ? SignatureCheck.Unclear($"{says}; check the clocks of this machine and of the target")
            : SignatureCheck.Wrong($"{says}, while the target's clock says otherwise in its responses");
    }

    private static SigningTime? Read(string? text, params string[] formats) =>
        DateTimeOffset.TryParseExact(
            text,
            formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? new(time.ToString(Basic, CultureInfo.InvariantCulture), time)
            : null;
}
