using Conformance.Suite.Configuration;

namespace Conformance.Suite.Tests.Configuration;

public sealed class ConfigurationEnvironmentTests
{
    private static readonly RunConfiguration Configured = new()
    {
        Target = new Uri("http://127.0.0.1/"),
        Limits = new LimitsConfiguration
        {
            RequestsPerSecond = 5,
            Parallel = 2,
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
    [InlineData(ConfigurationEnvironment.RequestsPerSecond, "-1")]
    [InlineData(ConfigurationEnvironment.RequestsPerSecond, "99999999999")]
    [InlineData(ConfigurationEnvironment.RequestTimeoutSeconds, "NaN")]
    [InlineData(ConfigurationEnvironment.RequestTimeoutSeconds, "Infinity")]
    [InlineData(ConfigurationEnvironment.RequestTimeoutSeconds, "1,5")]
    public void AVariableThatHoldsNoSuchNumberIsNamed(string variable, string value)
    {
        var refused = Assert.Throws<ConfigurationException>(() => With(variable, value));
        Assert.Contains($"{variable} takes a ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($"number above 0, got '{value}'", refused.Message, StringComparison.Ordinal);
    }

    private static LimitsConfiguration With(string variable, string value) =>
        ConfigurationEnvironment.Override(Configured, name => name == variable ? value : null).Limits;
}
