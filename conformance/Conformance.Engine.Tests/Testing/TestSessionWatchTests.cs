using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>What a test tells the rest of the run about each request that it sends.</summary>
public sealed class TestSessionWatchTests
{
    private static readonly Member Name = Made.Text("name", Made.Required) with { Role = MemberRole.UniqueName };
    private static readonly Operation Put = Made.Operation(Name);

    private static readonly Invariant NoServerError = new(
        "no-server-error",
        "no 5xx",
        seen => seen.Response.Status >= 500
    );

    [Fact]
    public async Task EveryExchangeIsHeldAgainstTheInvariants()
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(500), ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Put)) with { Watch = new InvariantWatch([NoServerError]) };
        var test = ScriptedTarget.Bench(session, Put);
        // The server error passes: the same request sent again is accepted.
        var exchange = await test.Send(test.Valid(Put), "it");
        Assert.Equal((201, 2), (exchange.Response?.Status, exchange.Attempts));
        Assert.Equal(Outcome.Failed, session.Watch.Judge(Put.Id, NoServerError).Outcome);
        Assert.Equal(2, session.Watch.Judge(Put.Id, NoServerError).Cases);
    }

    [Fact]
    public async Task AServerErrorThatPassesSparesWhatMayFail()
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(500), ScriptedResponse.Accepted);
        var sparing = NoServerError with { SparesMeantFailures = true };
        var session = target.Session(Made.Api(Put)) with { Watch = new InvariantWatch([sparing]) };
        var test = ScriptedTarget.Bench(session, Put);
        await test.Send(test.Valid(Put), "it");
        Assert.Equal(Outcome.Passed, session.Watch.Judge(Put.Id, sparing).Outcome);
    }

    [Fact]
    public async Task WhatIsMadeIsInTheLedgerAndWhatIsRejectedIsNot()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted, ScriptedResponse.Rejected);
        var test = target.Bench(Put);
        var made = test.Valid(Put);
        await test.Send(made, "accepted");
        await test.Send(test.Valid(Put), "rejected");
        Assert.Equal([made.TextAt(Name)], test.Session.Ledger.Entries.Select(e => e.Id));
    }

    [Fact]
    public async Task WhatMayHaveBeenMadeIsInTheLedgerToo()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Timeout));
        var test = target.Bench(Put);
        await test.Send(test.Valid(Put), "lost");
        Assert.False(Assert.Single(test.Session.Ledger.Entries).IsCertain);
    }

    [Fact]
    public async Task EveryRequestIsLoggedUnderItsRequirementWithoutWhatTheTargetGave()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var log = new RequestLog(ScriptedTarget.RunId) { IsKept = true };
        var test = ScriptedTarget.Bench(target.Session(Made.Api(Put)) with { Log = log }, Put);
        await test.Send(test.Valid(Put), "one");
        await test.Send(test.Valid(Put) with { Query = "id=1234", Given = ["1234"] }, "two");
        Assert.Equal(
            [(1, "one", "/things"), (2, "two", "/things?id={given}")],
            log.Requests.Select(r => (r.Turn, r.Says, r.Target))
        );
        Assert.All(log.Requests, r => Assert.Equal(test.Requirement.Id, r.Scope));
    }
}
