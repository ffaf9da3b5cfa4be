using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Accepting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Why the rejection of a legal value may not be the target's fault.</summary>
public sealed class AcceptanceExcusesTests
{
    private static readonly Member Optional = Note with { Constraints = [Note.Constraints[0], Made.Optional] };

    [Fact]
    public async Task WhereOrdinaryValuesAreRejectedTooNothingIsShown()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var finding = await Test(target);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
        Assert.Equal((2, 3), (target.Requests.Count(r => r.IsSpecial()), target.Requests.Count(r => !r.IsSpecial())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task OneOrdinaryValueMayHappenToBeWhatIsRejected(int rejectedOrdinaries)
    {
        var ordinaries = 0;
        using var target = new ScriptedTarget(r =>
            r.IsSpecial() || ordinaries++ < rejectedOrdinaries ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        Assert.Equal(Outcome.Failed, (await Test(target)).Outcome);
        Assert.Equal(rejectedOrdinaries + 1, ordinaries);
    }

    [Fact]
    public async Task AnOrdinaryValueWithoutAResponseIsAnErrorAndNotTriedAgain()
    {
        using var target = new ScriptedTarget(r =>
            r.IsSpecial() ? ScriptedResponse.Rejected : ScriptedResponse.None(TransportFailureKind.Timeout)
        );
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
        Assert.Single(target.Requests, r => !r.IsSpecial());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(402)]
    public async Task ALimitOfTheTargetIsAnError(int status)
    {
        using var target = ThatGives(new ScriptedResponse(status));
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Fact]
    public async Task ATargetThatStopsRespondingIsNotAccused()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Timeout));
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Fact]
    public async Task AConflictWithItselfThatStaysIsAnError()
    {
        using var target = new ScriptedTarget(r =>
            r.Turn % 2 == 1 ? ScriptedResponse.None(TransportFailureKind.Disconnected) : ScriptedResponse.Conflict
        );
        Assert.Equal(Outcome.Errored, (await Test(target)).Outcome);
    }

    [Theory]
    [InlineData(true, Outcome.Failed, null)]
    [InlineData(false, Outcome.Skipped, SkipReason.NotIsolated)]
    public async Task WhereAnyValueIsRejectedItIsAboutTheMemberIfTheRequestIsAcceptedWithoutIt(
        bool isAcceptedWithout,
        Outcome outcome,
        SkipReason? skip
    )
    {
        using var target = new ScriptedTarget(r =>
            isAcceptedWithout && r.At("note") is null ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var test = Bench(target, Optional);
        var finding = await (Of(test, Optional) with { Without = () => test.Without(Optional) }).Run(test);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.Null(target.Requests[^1].At("note"));
    }

    [Theory]
    [InlineData("/note", Outcome.Failed)]
    [InlineData("other", Outcome.Skipped)]
    public async Task OrIfTheErrorNamesIt(string named, Outcome outcome)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Naming(named));
        var test = Bench(target);
        var finding = await (Of(test) with { Without = () => test.Without(Note) }).Run(test);
        Assert.Equal(outcome, finding.Outcome);
    }

    [Theory]
    [InlineData("model", Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(null, Outcome.Failed, null)]
    public async Task ATargetMayRejectWhatItDoesNotKnow(string? onlyKnown, Outcome outcome, SkipReason? skip)
    {
        using var target = new ScriptedTarget(r =>
            r.IsSpecial() || (onlyKnown is not null && r.TextAt("note") != onlyKnown)
                ? ScriptedResponse.NotFound
                : ScriptedResponse.Accepted
        );
        var finding = await Test(target, LookedUp);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.False(target.Requests[^1].TextAt("note") is "model" or Special);
    }

    [Fact]
    public async Task ATargetThatRejectsOnlyWhatIsNoLetterLooksNothingUp()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note")!.All(char.IsAsciiLetterOrDigit) ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        Assert.Equal(Outcome.Failed, (await Test(target, LookedUp, ("note", "\"not-plain\""))).Outcome);
        Assert.Contains(target.Requests, r => r.TextAt("note") == "not-plain");
    }

    [Fact]
    public async Task NorDoesTheMemberAsAWholeFailForThat()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note")?.All(char.IsAsciiLetterOrDigit) ?? true
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        var test = Bench(target, LookedUp, ("note", "\"not-plain\""));
        var finding = await (Of(test, LookedUp) with { Without = () => test.Without(LookedUp) }).Run(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task AMemberWhoseValueOnlyTheConfigurationCanNameIsNotAccusedThoughTheErrorNamesIt()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Naming("note"));
        var test = Bench(target, LookedUp);
        var finding = await (Of(test, LookedUp) with { Without = () => test.Without(LookedUp) }).Run(test);
        Assert.Equal((Outcome.Skipped, SkipReason.MissingFixture), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task ForAValueThatOnlyTheConfigurationCanNameItAsks(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await Test(target, LookedUp);
        Assert.Equal((Outcome.Skipped, SkipReason.MissingFixture), (finding.Outcome, finding.Skip));
        Assert.Contains("the fixture note", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheConfigurationNamesOneItIsNotThat()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var finding = await Test(target, LookedUp, ("note", "\"known\""));
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
        Assert.Contains(target.Requests, r => r.TextAt("note") == "known");
    }
}
