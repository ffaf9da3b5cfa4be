using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>When the full time is given, when a short one, and when a request is not sent at all.</summary>
public sealed class PatienceTests
{
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(10);

    private readonly Patience patience = new(Full);

    [Fact]
    public void ATargetThatRespondsIsAlwaysGivenTheFullTimeHoweverSlowItIs()
    {
        for (var n = 0; n < 1000; n++)
            patience.NoteResponse("Put", TimeSpan.FromSeconds(9));
        Assert.Equal(patience.Full, patience.For("Put", RequirementGroup.Body));
    }

    [Fact]
    public void AfterThreeSilencesInARowAnOperationIsGivenAShortTime()
    {
        BeSilent("Put", 2);
        Assert.True(patience.For("Put", RequirementGroup.Body).IsFull);
        BeSilent("Put", 1);
        Assert.Equal(new Allowance(TimeSpan.FromSeconds(1), IsFull: false), patience.For("Put", RequirementGroup.Body));
        Assert.True(patience.For("Get", RequirementGroup.Body).IsFull);
    }

    [Theory]
    [InlineData(0.01, 1)]
    [InlineData(0.5, 1.5)]
    [InlineData(4, 10)]
    public void TheShortTimeIsFarMoreThanAnyResponseTookAndNeverMoreThanTheFullOne(double slowest, double allowed)
    {
        patience.NoteResponse("Get", TimeSpan.FromSeconds(slowest));
        BeSilent("Put", 3);
        Assert.Equal(
            new Allowance(TimeSpan.FromSeconds(allowed), IsFull: false),
            patience.For("Put", RequirementGroup.Body)
        );
    }

    [Fact]
    public void AfterSixInARowOnlyOneRequestInEightIsSent()
    {
        BeSilent("Put", 6);
        var sent = Enumerable.Range(0, 80).Count(_ => patience.For("Put", RequirementGroup.Body) != Allowance.None);
        Assert.Equal(10, sent);
    }

    [Fact]
    public void AResponseEndsTheStreakOfItsOperation()
    {
        BeSilent("Put", 6);
        patience.NoteResponse("Put", TimeSpan.Zero);
        Assert.True(patience.For("Put", RequirementGroup.Body).IsFull);
    }

    [Fact]
    public void RequirementsOfOneGroupMakeAStreakAlthoughTheirControlsGetResponses()
    {
        for (var n = 0; n < 3; n++)
        {
            BeSilent("Put", 1);
            patience.NoteResponse("Put", TimeSpan.Zero);
            patience.NoteSilent(RequirementGroup.Body);
        }
        Assert.False(patience.For("Get", RequirementGroup.Body).IsFull);
        Assert.True(patience.For("Get", RequirementGroup.Length).IsFull);
        patience.NoteHeard(RequirementGroup.Body);
        Assert.True(patience.For("Get", RequirementGroup.Body).IsFull);
    }

    [Fact]
    public void TheFullTimeIsGivenUpEverywhereAfterTwelveSilencesInAllAndOneMoreForEachFiveHundredResponses()
    {
        Scatter(12);
        Assert.False(patience.For("Other", RequirementGroup.Value).IsFull);
        for (var n = 0; n < 500; n++)
            patience.NoteResponse("Put", TimeSpan.Zero);
        Assert.True(patience.For("Other", RequirementGroup.Value).IsFull);
        Scatter(1);
        Assert.False(patience.For("Other", RequirementGroup.Value).IsFull);
    }

    [Fact]
    public void WithoutALimitNothingIsGivenUp()
    {
        var endless = new Patience(Timeout.InfiniteTimeSpan);
        for (var n = 0; n < 100; n++)
            endless.NoteSilence("Put", endless.Full);
        Assert.Equal(endless.Full, endless.For("Put", RequirementGroup.Body));
    }

    private void BeSilent(string operation, int times)
    {
        for (var n = 0; n < times; n++)
            patience.NoteSilence(operation, patience.Full);
    }

    /// <summary>Silences that no operation and no group has in a row.</summary>
    private void Scatter(int times)
    {
        for (var n = 0; n < times; n++)
        {
            BeSilent("Put", 1);
            patience.NoteResponse("Put", TimeSpan.Zero);
        }
    }
}
