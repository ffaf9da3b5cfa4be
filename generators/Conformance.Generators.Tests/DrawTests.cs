namespace Conformance.Generators.Tests;

public sealed class DrawTests
{
    [Fact]
    public void SeedsOfNamesAreTheSameOnEveryMachine()
    {
        var draw = new Draw(42, "p", 0).For("nova-act/CreateWorkflowRun/modelId/maxLength/rejected");

        Assert.Equal(13578170454475846188UL, draw.Seed);
        Assert.Equal("7fcr4ymyj0", draw.Tag());
    }

    [Fact]
    public void NamesAndSeedsBothDecide()
    {
        var draw = new Draw(42, "p", 3);

        Assert.Equal(draw.For("a"), draw.For("a"));
        Assert.NotEqual(draw.For("a").Seed, draw.For("b").Seed);
        Assert.NotEqual(draw.For("a").Seed, (draw with { Seed = 43 }).For("a").Seed);
        Assert.NotEqual(draw.For("a").For("b").Seed, draw.For("b").For("a").Seed);
        Assert.Equal(("p", 3), (draw.For("a").Prefix, draw.For("a").RandomCount));
    }
}
