using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Where a requirement is tested: what it draws, sends and remembers.</summary>
public sealed class WorkbenchTests
{
    private static readonly Member Name = Made.Text("name", Made.Required) with { Role = MemberRole.UniqueName };
    private static readonly Operation Put = Made.Operation(Name);

    [Fact]
    public void TheSameRequirementDrawsTheSameWhateverRunsBesideIt()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Put));
        var (one, other) = (ScriptedTarget.Bench(session, Put), ScriptedTarget.Bench(session, Put, "it/differs"));
        var interrupted = Enumerable.Range(0, 5).Select(_ => (one.NextDraw(), other.NextDraw()).Item1).ToList();
        var again = ScriptedTarget.Bench(session, Put);
        Assert.Equal(Enumerable.Range(0, 5).Select(_ => again.NextDraw()), interrupted);
        Assert.Distinct(interrupted);
        Assert.NotEqual(ScriptedTarget.Bench(session, Put, "it/differs").NextDraw(), interrupted[0]);
    }

    [Fact]
    public void EveryValidRequestHasAFreshNameOfTheRun()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var bench = target.Bench(Put);
        var names = Enumerable.Range(0, 50).Select(_ => bench.Valid(Put).TextAt(Name)!).ToList();
        Assert.Distinct(names);
        Assert.All(names, name => Assert.StartsWith(ScriptedTarget.RunId, name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheTrailHoldsTheStepsSinceTheCaseBeganAndNoMoreThanTheLast()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var bench = target.Bench(Put);
        await bench.Send(bench.Valid(Put), "before");
        bench.BeginCase();
        for (var n = 1; n <= 30; n++)
            await bench.Send(bench.Valid(Put), $"step {n}");
        Assert.Equal(Enumerable.Range(7, 24).Select(n => $"step {n}"), bench.Trail.Select(s => s.Says));
        Assert.Equal(31, bench.Requests);
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(400, false)]
    public async Task WhatIsArrangedHasToBeAccepted(int status, bool isArranged)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var bench = target.Bench(Put);
        if (isArranged)
            Assert.Equal(status, (await bench.Arrange(bench.Valid(Put), "it")).Response?.Status);
        else
            Assert.Equal(
                SkipReason.NotIsolated,
                (await Assert.ThrowsAsync<CannotArrangeException>(() => bench.Arrange(bench.Valid(Put), "it"))).Skip
            );
    }

    [Fact]
    public async Task ACancelledRunSendsNothingMore()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var bench = new Workbench(
            target.Session(Made.Api(Put)),
            target.Bench(Put).Requirement,
            Put,
            new CancellationToken(canceled: true)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Send(bench.Valid(Put), "it"));
        Assert.Empty(target.Requests);
        Assert.Empty(bench.Session.Ledger.Entries);
    }

    [Fact]
    public async Task TheFirstFailureTellsHowManyRequestsTheRunHadSent()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var bench = target.Bench(Put);
        Assert.Null(bench.FailedAfterRequests);
        await bench.Send(bench.Valid(Put), "one");
        bench.Fails("it", "this", "that");
        await bench.Send(bench.Valid(Put), "two");
        bench.NoteFailure();
        Assert.Equal(1, bench.FailedAfterRequests);
    }

    [Fact]
    public void PromotedValuesComeFirstAndNoneTwice()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Put));
        var promoted = Made.Sample("b") with { Says = "promoted" };
        var bench = ScriptedTarget.Bench(
            session with
            {
                Promoted = session.Promoted.Add("sample/Put/it/holds", [promoted]),
            },
            Put
        );
        var samples = bench.PromotedBefore([Made.Sample("a"), Made.Sample("b"), Made.Sample("c")]);
        Assert.Equal(["b", "a", "c"], samples.Select(s => ((JsonText)s.Value).Value));
        Assert.Same(promoted, samples[0]);
    }
}
