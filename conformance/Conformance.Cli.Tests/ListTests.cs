namespace Conformance.Cli.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task TheListHasLevelSourceAndSentenceOfEachRequirement()
    {
        var list = await Calls.Run("list", "--only", "nova-act/CreateWorkflowRun/modelId/maxLength/rejected");
        Assert.Equal(0, list.ExitCode);
        var lines = list.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("nova-act/CreateWorkflowRun/modelId/maxLength/rejected", lines[0]);
        Assert.Matches("^    must · D0:[0-9]+", lines[1]);
        Assert.Matches(@"^    \S.*\.$", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task TheIdsAloneCanBeListedByGlob()
    {
        var list = await Calls.Run("list", "--ids", "--only", "*/modelId/*", "--only", "*/name/?axLength/*");
        Assert.Equal(0, list.ExitCode);
        var ids = list.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("nova-act/CreateWorkflowRun/modelId/maxLength/rejected", ids);
        Assert.Contains("nova-act/CreateWorkflowDefinition/name/maxLength/rejected", ids);
        Assert.All(ids, id => Assert.Matches("/(modelId|name)/", id));
    }

    [Fact]
    public async Task EveryListedIdIsWholeHoweverLong()
    {
        var ids = (await Calls.Run("list", "--ids")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(@"^[a-z-]+/[A-Za-z]+/[A-Za-z0-9/.\[\]-]+$", id));
    }
}
