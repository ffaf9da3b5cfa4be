namespace Conformance.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--target")]
    [InlineData("--config")]
    [InlineData("--api")]
    [InlineData("--operation")]
    [InlineData("--only")]
    [InlineData("--profile")]
    [InlineData("--seed")]
    [InlineData("--run-id")]
    [InlineData("--parallel")]
    [InlineData("--out")]
    [InlineData("--strict")]
    [InlineData("list")]
    [InlineData("serve")]
    [InlineData("replay")]
    [InlineData("corpus")]
    [InlineData("bench")]
    [InlineData("contracts")]
    [InlineData("relay")]
    public async Task EveryOptionAndCommandIsExplained(string name)
    {
        var help = await Calls.Run("--help");
        Assert.Equal(0, help.ExitCode);
        var line = Assert.Single(help.Out.Split('\n'), line => line.StartsWith($"  {name} ", StringComparison.Ordinal));
        Assert.True(line.Trim().Split("  ", 2).Length == 2, $"nothing explains {name}: {line}");
    }

    [Theory]
    [InlineData("0  conformant")]
    [InlineData("1  not conformant")]
    [InlineData("2  wrong usage")]
    [InlineData("3  not decided")]
    public async Task EveryExitCodeIsExplained(string says) => Assert.Contains(says, (await Calls.Run("--help")).Out);

    [Theory]
    [InlineData("list")]
    [InlineData("serve")]
    [InlineData("replay")]
    [InlineData("corpus")]
    [InlineData("bench")]
    [InlineData("contracts")]
    [InlineData("relay")]
    public async Task EveryCommandHasHelpOfItsOwn(string command)
    {
        var help = await Calls.Run(command, "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Matches($@"Usage:\s+\S+ {command} ", help.Out);
    }

    [Fact]
    public async Task TheVersionIsOneLine()
    {
        var version = await Calls.Run("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+\S*\s*\z", version.Out);
    }
}
