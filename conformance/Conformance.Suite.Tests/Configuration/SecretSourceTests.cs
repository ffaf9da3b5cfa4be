using Conformance.Suite.Configuration;

namespace Conformance.Suite.Tests.Configuration;

public sealed class SecretSourceTests
{
    [Fact]
    public void AVariableIsReadAsItStands() =>
        Assert.Equal(" s ", new SecretSource("TOKEN", null).Read(name => name == "TOKEN" ? " s " : null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void AVariableThatIsNotSetIsAskedFor(string? value)
    {
        var refused = Assert.Throws<ConfigurationException>(() => new SecretSource("TOKEN", null).Read(_ => value));
        Assert.Equal("the environment variable TOKEN is not set; export it", refused.Message);
    }

    [Fact]
    public void AFileIsReadWithoutTheWhiteSpaceAroundIt() => Assert.Equal("s3cr3t", ReadFile(" s3cr3t\r\n"));

    [Fact]
    public void AnEmptyFileHoldsNoSecret()
    {
        var refused = Assert.Throws<ConfigurationException>(() => ReadFile(" \n"));
        Assert.Contains("is empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThereIsNamed()
    {
        var source = new SecretSource(null, "nowhere/token");
        var refused = Assert.Throws<ConfigurationException>(() => source.Read(_ => "s"));
        Assert.StartsWith("the secret's file nowhere/token can't be read", refused.Message, StringComparison.Ordinal);
    }

    private static string ReadFile(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return new SecretSource(null, file).Read(_ => null);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
