using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Where a requirement is tested: what it draws, sends and remembers.</summary>
public sealed class TestSessionTests
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
        var test = target.Bench(Put);
        var names = Enumerable.Range(0, 50).Select(_ => test.Valid(Put).TextAt(Name)!).ToList();
        Assert.Distinct(names);
        Assert.All(names, name => Assert.StartsWith(ScriptedTarget.RunId, name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheTrailHoldsTheStepsSinceTheCaseBeganAndNoMoreThanTheLast()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Put);
        await test.Send(test.Valid(Put), "before");
        test.BeginCase();
        for (var n = 1; n <= 30; n++)
            await test.Send(test.Valid(Put), $"step {n}");
        Assert.Equal(Enumerable.Range(7, 24).Select(n => $"step {n}"), test.Trail.Select(s => s.Says));
        Assert.Equal(31, test.Requests);
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(400, false)]
    public async Task WhatIsArrangedHasToBeAccepted(int status, bool isArranged)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var test = target.Bench(Put);
        if (isArranged)
            Assert.Equal(status, (await test.Arrange(test.Valid(Put), "it")).Response?.Status);
        else
            Assert.Equal(
                SkipReason.NotIsolated,
                (await Assert.ThrowsAsync<CannotArrangeException>(() => test.Arrange(test.Valid(Put), "it"))).Skip
            );
    }

    [Fact]
    public async Task ACancelledRunSendsNothingMore()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = new TestSession(
            target.Session(Made.Api(Put)),
            target.Bench(Put).Requirement,
            Put,
            new CancellationToken(canceled: true)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Send(test.Valid(Put), "it"));
        Assert.Empty(target.Requests);
        Assert.Empty(test.Session.Ledger.Entries);
    }

    [Fact]
    public async Task TheFirstFailureTellsHowManyRequestsTheRunHadSent()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Put);
        Assert.Null(test.FailedAfterRequests);
        await test.Send(test.Valid(Put), "one");
        test.Fails("it", "this", "that");
        await test.Send(test.Valid(Put), "two");
        test.NoteFailure();
        Assert.Equal(1, test.FailedAfterRequests);
    }

    [Fact]
    public void PromotedValuesComeFirstAndNoneTwice()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Put));
        var promoted = Made.Sample("b") with { Says = "promoted" };
        var test = ScriptedTarget.Bench(
            session with
            {
                Promoted = session.Promoted.Add("sample/Put/it/holds", [promoted]),
            },
            Put
        );
        var samples = test.PromotedBefore([Made.Sample("a"), Made.Sample("b"), Made.Sample("c")]);
        Assert.Equal(["b", "a", "c"], samples.Select(s => ((JsonText)s.Value).Value));
        Assert.Same(promoted, samples[0]);
    }
}
