using System.Globalization;

namespace Conformance.Suite.Configuration;

/// <summary>Environment variables override the configuration file.</summary>
public static class ConfigurationEnvironment
{
    /// <summary>Requests per second, over all requirements.</summary>
    public const string RequestsPerSecond = "CONFORMANCE_REQUESTS_PER_SECOND";

    /// <summary>Requirements proved at once.</summary>
    public const string Parallel = "CONFORMANCE_PARALLEL";

    /// <summary>Most seconds for one request.</summary>
    public const string RequestTimeoutSeconds = "CONFORMANCE_REQUEST_TIMEOUT_SECONDS";

    /// <summary>The configuration with what the environment says put over it.</summary>
    /// <exception cref="ConfigurationException">A variable holds no number above 0.</exception>
    public static RunConfiguration Override(RunConfiguration configuration, Func<string, string?> environment)
    {
        var limits = configuration.Limits;
        return configuration with
        {
            Limits = limits with
            {
                RequestsPerSecond = Number(environment, RequestsPerSecond, isWhole: true) is { } rate
                    ? (int)rate
                    : limits.RequestsPerSecond,
                Parallel = Number(environment, Parallel, isWhole: true) is { } parallel
                    ? (int)parallel
                    : limits.Parallel,
                RequestTimeoutSeconds =
                    Number(environment, RequestTimeoutSeconds, isWhole: false) ?? limits.RequestTimeoutSeconds,
            },
        };
    }

    private static double? Number(Func<string, string?> environment, string variable, bool isWhole)
    {
        if (environment(variable) is not { Length: > 0 } text)
            return null;
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= int.MaxValue
            && (!isWhole || double.IsInteger(number))
            ? number
            : throw new ConfigurationException(
                $"the environment variable {variable} takes a {(isWhole ? "whole " : "")}number above 0, got '{text}'"
            );
    }
}
