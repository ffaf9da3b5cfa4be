using Conformance.Engine.Requests;

namespace Conformance.Engine.Tests.Requests;

public sealed class GivenIdentifierTests
{
    [Theory]
    [InlineData("0a1b2c3d-0000-4000-8000-00000000000a", true)]
    [InlineData("arn:aws:x/y", true)]
    [InlineData("a..b", true)]
    [InlineData("...", true)]
    [InlineData("", false)]
    [InlineData("..", false)]
    [InlineData("a/..", false)]
    [InlineData("a\\..\\b", false)]
    [InlineData("a/", false)]
    public void OnlyOneThatNamesOneResourceStandsInAUrl(string identifier, bool may) =>
        Assert.Equal(may, GivenIdentifier.MayStandInAUrl(identifier));

    [Theory]
    [InlineData(GivenIdentifier.Longest, true)]
    [InlineData(GivenIdentifier.Longest + 1, false)]
    public void OneThatNoServerHasToReadDoesNot(int length, bool may) =>
        Assert.Equal(may, GivenIdentifier.MayStandInAUrl(new string('x', length)));

    [Fact]
    public void OfLongOnesLittleIsKeptThatTellsThemApart()
    {
        var beginning = new string('x', 900_000);
        Assert.Equal(GivenIdentifier.Kept(beginning + "1"), GivenIdentifier.Kept(beginning + "1"));
        Assert.NotEqual(GivenIdentifier.Kept(beginning + "1"), GivenIdentifier.Kept(beginning + "2"));
        Assert.InRange(GivenIdentifier.Kept(beginning).Length, 1, GivenIdentifier.Longest);
        Assert.Contains("900000 characters", GivenIdentifier.Kept(beginning), StringComparison.Ordinal);
    }

    [Fact]
    public void OthersAreKeptAsTheyAre() =>
        Assert.Equal(
            new string('x', GivenIdentifier.Longest),
            GivenIdentifier.Kept(new string('x', GivenIdentifier.Longest))
        );
}
