namespace Conformance.Cli.Tests;

public sealed class ListFixturesTests
{
    [Fact]
    public async Task AnApiThatMakesAllItNeedsSaysSo()
    {
        var list = await Calls.Run("list", "--fixtures", "--api", "nova-act");
        Assert.Equal(0, list.ExitCode);
        Assert.Equal(
            [
                "nova-act: no requirement needs a fixture",
                "  only for a target that looks values up: exportConfig.s3BucketName, modelId, logGroupName",
            ],
            list.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public async Task RequirementsAreListedOfOneApiToo()
    {
        var list = await Calls.Run("list", "--ids", "--api", "nova-act");
        Assert.All(
            list.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            id => Assert.StartsWith("nova-act/", id, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("--fixtures goes with --api and --config only", "--fixtures", "--ids")]
    [InlineData("--fixtures goes with --api and --config only", "--fixtures", "--only", "*")]
    [InlineData("--config goes with --fixtures only", "--config", "c.yaml")]
    [InlineData("unknown API 'nova'; expected one of", "--fixtures", "--api", "nova")]
    [InlineData("nowhere.yaml: can't be read", "--fixtures", "--config", "nowhere.yaml")]
    public async Task WhatCanNotBeMeantIsRefused(string says, params string[] args)
    {
        var list = await Calls.Run(["list", .. args]);
        Assert.Equal(2, list.ExitCode);
        Assert.Contains(says, Assert.Single(list.ErrorLines));
        Assert.Empty(list.Out);
    }
}
