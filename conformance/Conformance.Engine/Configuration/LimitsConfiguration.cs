using System.Globalization;

namespace Conformance.Engine.Configuration;

/// <summary>Bounds on what the run does to the target.</summary>
public sealed record LimitsConfiguration
{
    /// <summary>Requests per second, over all requirements; null for no bound.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Requirements tested at once; null for twice the number of processors.</summary>
    public int? Parallel { get; init; }

    /// <summary>
    /// The most resources of one kind that the run keeps on the target at once; null for no bound. What can't be tested with
    /// so few is skipped.
    /// </summary>
    public int? Resources { get; init; }

    /// <summary>Most seconds from the first byte sent to the last byte received. Default 10.</summary>
    public double RequestTimeoutSeconds { get; init; } = 10;

    /// <summary>What a time in seconds is, in words.</summary>
    internal const string SomeSeconds = "a number from 0.001 to 86400";

    /// <summary>The seconds that a text names: a millisecond at least, a day at most; null where it names none.</summary>
    internal static double? SecondsIn(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0.001 and <= 86400
            ? seconds
            : null;
}
