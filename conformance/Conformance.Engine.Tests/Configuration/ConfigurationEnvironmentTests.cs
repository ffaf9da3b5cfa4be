using Conformance.Engine.Configuration;

namespace Conformance.Engine.Tests.Configuration;

public sealed class ConfigurationEnvironmentTests
{
    private static readonly RunConfiguration Configured = new()
    {
        Target = new Uri("http://127.0.0.1/"),
        Limits = new LimitsConfiguration
        {
            RequestsPerSecond = 5,
            Parallel = 2,
            Resources = 9,
            RequestTimeoutSeconds = 3,
        },
    };

    [Fact]
    public void WithoutVariablesNothingChanges() =>
        Assert.Equal(Configured, ConfigurationEnvironment.Override(Configured, _ => null));

    [Fact]
    public void AnEmptyVariableIsNone() =>
        Assert.Equal(Configured, ConfigurationEnvironment.Override(Configured, _ => ""));

    [Fact]
    public void EachVariableOverridesItsSettingAlone()
    {
        var limits = Configured.Limits;
        Assert.Equal(limits with { RequestsPerSecond = 7 }, With(ConfigurationEnvironment.RequestsPerSecond, "7"));
        Assert.Equal(limits with { Parallel = 7 }, With(ConfigurationEnvironment.Parallel, "7"));
        Assert.Equal(limits with { Resources = 7 }, With(ConfigurationEnvironment.Resources, "7"));
        Assert.Equal(
            limits with
            {
                RequestTimeoutSeconds = 0.5,
            },
            With(ConfigurationEnvironment.RequestTimeoutSeconds, "0.5")
        );
    }

    [Theory]
    [InlineData(ConfigurationEnvironment.Parallel, "0")]
    [InlineData(ConfigurationEnvironment.Parallel, "1.5")]
    [InlineData(ConfigurationEnvironment.Parallel, "many")]
    [InlineData(ConfigurationEnvironment.Resources, "0")]
    [InlineData(ConfigurationEnvironment.RequestsPerSecond, "-1")]
    [InlineData(ConfigurationEnvironment.RequestsPerSecond, "99999999999")]
    public void AVariableThatHoldsNoWholeNumberIsNamed(string variable, string value) =>
        Assert.Equal(
            $"the environment variable {variable} takes a whole number above 0, got '{value}'",
            Refusal(variable, value)
        );

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("0")]
    [InlineData("1e-9")]
    [InlineData("86401")]
    [InlineData("1e300")]
    public void AVariableThatHoldsNoTimeIsNamed(string value) =>
        Assert.EndsWith(
            $"REQUEST_TIMEOUT_SECONDS takes a number from 0.001 to 86400, got '{value}'",
            Refusal(ConfigurationEnvironment.RequestTimeoutSeconds, value),
            StringComparison.Ordinal
        );

    [Fact]
    public void ALongValueIsShortened() =>
        Assert.InRange(Refusal(ConfigurationEnvironment.Parallel, new string('9', 1_000_000)).Length, 1, 300);

    private static string Refusal(string variable, string value) =>
        Assert.Throws<ConfigurationException>(() => With(variable, value)).Message;

    private static LimitsConfiguration With(string variable, string value) =>
        ConfigurationEnvironment.Override(Configured, name => name == variable ? value : null).Limits;
}
