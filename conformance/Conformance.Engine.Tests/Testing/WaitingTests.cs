using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>How one requirement waits, whatever the others have seen.</summary>
public sealed class WaitingTests
{
    private readonly Patience patience = new(TimeSpan.FromSeconds(10));

    [Fact]
    public void WhoHasSeenTheFullTimeRunOutLooksAgainWithTheFullTime()
    {
        var waiting = new Waiting(patience, RequirementGroup.Body);
        waiting.Note("Put", waiting.Allow("Put"), Without);
        OthersWereSilent(6);
        Assert.True(waiting.Allow("Put").IsFull);
        Assert.True(waiting.WasSilent);
    }

    [Fact]
    public void ButNotForEver()
    {
        var waiting = new Waiting(patience, RequirementGroup.Body);
        for (var n = 0; n < 4; n++)
            waiting.Note("Put", waiting.Allow("Put"), Without);
        Assert.False(waiting.Allow("Put").IsFull);
    }

    [Fact]
    public void WhatOnlyRecordsWaitsInVainOnceAndTakesNoTimeFromWhatJudges()
    {
        for (var n = 0; n < 3; n++)
        {
            var recording = new Waiting(patience, RequirementGroup.Body) { OnlyRecords = true };
            recording.Note($"Put{n}", recording.Allow($"Put{n}"), Without);
            Assert.False(recording.Allow($"Put{n}").IsFull);
        }
        Assert.True(new Waiting(patience, RequirementGroup.Body).Allow("Get").IsFull);
    }

    [Fact]
    public void WhatOnlyRecordsWaitsForAShortTimeOnceTheTargetIsKnownToHang()
    {
        patience.NoteHang();
        Assert.Equal(patience.Brief, new Waiting(patience, RequirementGroup.Body) { OnlyRecords = true }.Allow("Put"));
        Assert.True(new Waiting(patience, RequirementGroup.Body).Allow("Put").IsFull);
        OthersWereSilent(6);
        Assert.Throws<GaveUpException>(() =>
            new Waiting(patience, RequirementGroup.Body) { OnlyRecords = true }.Allow("Put")
        );
    }

    [Fact]
    public void WhatIsRepeatedWaitsAsLongAsItIsToldWhateverTheOthersHaveSeen()
    {
        OthersWereSilent(12);
        var waiting = new Waiting(patience, RequirementGroup.Body) { Repeats = Repeating.InFull };
        Assert.True(waiting.Allow("Put").IsFull);
        waiting.Repeats = Repeating.Briefly;
        Assert.Equal(patience.Brief, waiting.Allow("Put"));
        waiting.Note("Put", patience.Brief, Without);
    }

    [Fact]
    public void NoResponseInTheShortTimeIsGivenUpAndNotHeldAgainstTheTarget()
    {
        OthersWereSilent(3);
        var waiting = new Waiting(patience, RequirementGroup.Body);
        var allowed = waiting.Allow("Put");
        var gaveUp = Assert.Throws<GaveUpException>(() => waiting.Note("Put", allowed, Without));
        Assert.StartsWith("given up after 1 s: the target left 3 requests", gaveUp.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOthersSawSixTimesInARowIsNotSent()
    {
        OthersWereSilent(6);
        var gaveUp = Assert.Throws<GaveUpException>(() => new Waiting(patience, RequirementGroup.Body).Allow("Put"));
        Assert.StartsWith("not tried any more: the target left 6 requests", gaveUp.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheOthersBuildOnIsNeverGivenUp()
    {
        OthersWereSilent(6);
        Assert.True(
            new Waiting(patience, RequirementGroup.Kit) { IsUnhurried = true }
                .Allow("Put")
                .IsFull
        );
    }

    [Fact]
    public void AStreamThatBreaksOffInTheShortTimeIsGivenUp()
    {
        OthersWereSilent(12);
        patience.NoteResponse("Put", TimeSpan.Zero);
        var waiting = new Waiting(patience, new RequirementGroup("stream"));
        Assert.Throws<GaveUpException>(() => waiting.Note("Put", waiting.Allow("Put"), BrokenOff));
    }

    [Fact]
    public void AStreamThatBreaksOffWhenTheFullTimeIsOverIsAResponseInPartAndMakesNoStreak()
    {
        for (var n = 0; n < 6; n++)
        {
            var waiting = new Waiting(patience, new RequirementGroup("stream"));
            waiting.Note("Put", waiting.Allow("Put"), BrokenOff);
            Assert.False(waiting.WasSilent);
        }
        Assert.True(new Waiting(patience, new RequirementGroup("stream")).Allow("Put").IsFull);
    }

    private static Exchange BrokenOff =>
        Without with
        {
            Failure = null,
            Response = new ReceivedResponse(200, [], default, IsTruncated: false)
            {
                BrokenOff = new TransportFailure(TransportFailureKind.Timeout, "in time"),
            },
        };

    private static Exchange Without =>
        new(
            new SentRequest("PUT", "http://target.test/", [], null),
            null,
            new TransportFailure(TransportFailureKind.Timeout, "in time"),
            10_000
        );

    private void OthersWereSilent(int times)
    {
        for (var n = 0; n < times; n++)
            patience.NoteSilence("Put", patience.Full);
    }
}
