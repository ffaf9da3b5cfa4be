using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Accepting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A name that is taken was found to be legal; only one that is the run's own must be free.</summary>
public sealed class TakenNameTests
{
    private const string Short = "a";
    private const string OfThisRun = ScriptedTarget.RunId + "-name";

    private static readonly Member Name = Note with { Role = MemberRole.UniqueName };
    private static readonly Member Token = Note with { Role = MemberRole.IdempotencyToken };

    [Theory]
    [InlineData(Short, 409, Outcome.Passed)]
    [InlineData(Short, 400, Outcome.Failed)]
    [InlineData(OfThisRun, 409, Outcome.Failed)]
    public async Task ANameTooShortForTheRunsPrefixMayBeTaken(string name, int status, Outcome outcome)
    {
        using var target = Giving(name, new ScriptedResponse(status));
        Assert.Equal(outcome, await Test(target, Name, name));
    }

    [Fact]
    public async Task ANameWhoseFirstRequestWasLostMayBeTakenByThat()
    {
        using var target = ScriptedTarget.InTurn(
            ScriptedResponse.None(TransportFailureKind.Disconnected),
            ScriptedResponse.Conflict
        );
        Assert.Equal(Outcome.Passed, await Test(target, Name, OfThisRun));
    }

    [Theory]
    [InlineData(TransportFailureKind.Timeout, Outcome.Passed)]
    [InlineData(TransportFailureKind.Malformed, Outcome.Passed)]
    [InlineData(TransportFailureKind.Unreachable, Outcome.Failed)]
    public async Task SoMayANameWhoseFirstRequestGotNoResponseUnlessItNeverArrived(
        TransportFailureKind failure,
        Outcome outcome
    )
    {
        using var target = ScriptedTarget.InTurn(
            ScriptedResponse.None(failure),
            ScriptedResponse.Conflict,
            ScriptedResponse.Accepted
        );
        Assert.Equal(outcome, await Test(target, Name, OfThisRun));
    }

    [Fact]
    public async Task WhereNoConflictIsDocumentedAMissingResponseIsNone()
    {
        using var target = Giving(Short, ScriptedResponse.None(TransportFailureKind.Timeout));
        Assert.Equal(Outcome.Failed, await Test(target, Name, Short, isConflictDocumented: false));
    }

    [Fact]
    public async Task SoMayANameWhoseFirstRequestGotAServerErrorThatPassed()
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(500), ScriptedResponse.Conflict);
        Assert.Equal(Outcome.Passed, await Test(target, Name, OfThisRun));
    }

    [Fact]
    public async Task WhereNoConflictIsDocumentedThereIsNone()
    {
        using var target = Giving(Short, ScriptedResponse.Conflict);
        Assert.Equal(Outcome.Failed, await Test(target, Name, Short, isConflictDocumented: false));
    }

    [Theory]
    [InlineData(true, Outcome.Passed)]
    [InlineData(false, Outcome.Failed)]
    public async Task ATokenOfAnEarlierRunMayBeSpent(bool isPromoted, Outcome outcome)
    {
        using var target = Giving(Short, ScriptedResponse.Conflict);
        Assert.Equal(outcome, await Test(target, Token, Short, isPromoted: isPromoted));
    }

    [Fact]
    public async Task AnotherMemberIsNeverTaken()
    {
        using var target = Giving(Short, ScriptedResponse.Conflict);
        Assert.Equal(Outcome.Failed, await Test(target, Note, Short, isPromoted: true));
    }

    [Fact]
    public async Task ANameThatIsTakenByNowIsNoSmallerFailure()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note") is "kit-ab" or "abc" ? ScriptedResponse.Conflict : ScriptedResponse.Accepted
        );
        var test = target.Bench(Made.Operation(Name) with { Errors = [Made.Taken] });
        var check = Of(test, Name, "kit-ab") with { Smaller = _ => [Made.Sample("abc")] };
        var evidence = (await check.Run(test)).Evidence!;
        Assert.Equal("\"kit-ab\"", evidence.SmallestValue);
        Assert.Contains(target.Requests, r => r.TextAt("note") == "abc");
    }

    private static ScriptedTarget Giving(string name, ScriptedResponse response) =>
        new(r => r.TextAt("note") == name ? response : ScriptedResponse.Accepted);

    private static async Task<Outcome> Test(
        ScriptedTarget target,
        Member member,
        string text,
        bool isConflictDocumented = true,
        bool isPromoted = false
    )
    {
        var operation = Made.Operation(member);
        var test = target.Bench(isConflictDocumented ? operation with { Errors = [Made.Taken] } : operation);
        var sample = Made.Sample(text) with { Kind = isPromoted ? Case.PromotedKind : "" };
        var check = Of(test, member) with { Cases = [Case.Setting(member, sample)] };
        return (await check.Run(test)).Outcome;
    }
}
