using System.Globalization;
using Conformance.Reports.Text;

namespace Conformance.Engine.Configuration;

/// <summary>Environment variables override the configuration file.</summary>
public static class ConfigurationEnvironment
{
    /// <summary>Requests per second, over all requirements.</summary>
    public const string RequestsPerSecond = "CONFORMANCE_REQUESTS_PER_SECOND";

    /// <summary>Requirements tested at once.</summary>
    public const string Parallel = "CONFORMANCE_PARALLEL";

    /// <summary>The most resources of one kind at once.</summary>
    public const string Resources = "CONFORMANCE_RESOURCES";

    /// <summary>Most seconds for one request.</summary>
    public const string RequestTimeoutSeconds = "CONFORMANCE_REQUEST_TIMEOUT_SECONDS";

    /// <summary>The configuration with what the environment says put over it.</summary>
    /// <exception cref="ConfigurationException">A variable holds no number that can be meant.</exception>
    public static RunConfiguration Override(RunConfiguration configuration, Func<string, string?> environment)
    {
        var limits = configuration.Limits;
        return configuration with
        {
            Limits = limits with
            {
                RequestsPerSecond = Whole(environment, RequestsPerSecond) ?? limits.RequestsPerSecond,
                Parallel = Whole(environment, Parallel) ?? limits.Parallel,
                Resources = Whole(environment, Resources) ?? limits.Resources,
                RequestTimeoutSeconds = Seconds(environment, RequestTimeoutSeconds) ?? limits.RequestTimeoutSeconds,
            },
        };
    }

    private static int? Whole(Func<string, string?> environment, string variable)
    {
        if (environment(variable) is not { Length: > 0 } text)
            return null;
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= int.MaxValue
            && double.IsInteger(number)
            ? (int)number
            : throw Refused(variable, "a whole number above 0", text);
    }

    private static double? Seconds(Func<string, string?> environment, string variable)
    {
        if (environment(variable) is not { Length: > 0 } text)
            return null;
        return LimitsConfiguration.SecondsIn(text) ?? throw Refused(variable, LimitsConfiguration.SomeSeconds, text);
    }

    private static ConfigurationException Refused(string variable, string expected, string text) =>
        new($"the environment variable {variable} takes {expected}, got '{Shortened.OnALine(text)}'");
}
