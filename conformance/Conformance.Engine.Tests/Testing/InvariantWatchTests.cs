using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Tests.Testing;

/// <summary>What every response has to be like, whatever it was sent for.</summary>
public sealed class InvariantWatchTests
{
    private static readonly Invariant NoServerError = new("no-server-error", "no 5xx", r => r.Status >= 500);

    private static readonly RequestDraft Request = new(Rejecting.Put, ImmutableDictionary<string, string>.Empty, null);

    [Fact]
    public void WhereNoResponseWasSeenNothingIsShown()
    {
        var watch = new InvariantWatch([NoServerError]);
        watch.Look(Request, "a", 1, new Step("it", Seen.Failure(TransportFailureKind.Timeout)), Evidence, 1);
        watch.Look(Request with { Operation = Things.Use }, "a", 1, new Step("it", Seen.Response(500)), Evidence, 1);
        var finding = watch.Judge(Request.Operation.Id, NoServerError);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
        Assert.Null(watch.BrokenAfterRequests(Request.Operation.Id, NoServerError));
    }

    [Fact]
    public void EveryResponseCounts()
    {
        var watch = new InvariantWatch([NoServerError]);
        for (var turn = 1; turn <= 3; turn++)
            watch.Look(Request, "a", turn, new Step("it", Seen.Response(400)), Evidence, turn);
        var finding = watch.Judge(Request.Operation.Id, NoServerError);
        Assert.Equal((Outcome.Passed, 3), (finding.Outcome, finding.Cases));
    }

    [Fact]
    public void OneThatBreaksItFailsWithWhatWasSeen()
    {
        var watch = new InvariantWatch([NoServerError]);
        watch.Look(Request, "a", 1, new Step("right", Seen.Response(400)), Evidence, 1);
        watch.Look(Request, "b", 2, new Step("wrong", Seen.Response(500)), Evidence, 2);
        var finding = watch.Judge(Request.Operation.Id, NoServerError);
        var step = Assert.Single(finding.Evidence!.Exchanges);
        Assert.Equal((Outcome.Failed, 2), (finding.Outcome, finding.Cases));
        Assert.Equal(("wrong", 500), (step.Says, step.Exchange.Response?.Status));
        Assert.Equal("no 5xx", finding.Evidence.Expected);
        Assert.EndsWith(" b", finding.Evidence.Case, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", 2, "b", 1, 502)]
    [InlineData("a", 1, "a", 2, 502)]
    [InlineData("b", 1, "a", 2, 501)]
    [InlineData("a", 2, "a", 1, 501)]
    public void OfSeveralTheFirstInCanonicalOrderIsShown(
        string scope,
        int turn,
        string otherScope,
        int otherTurn,
        int shown
    )
    {
        (string, int, int, int)[] seen = [(scope, turn, 502, 7), (otherScope, otherTurn, 501, 9)];
        foreach (var order in new[] { seen, [.. seen.Reverse()] })
        {
            var watch = new InvariantWatch([NoServerError]);
            foreach (var (where, when, status, sent) in order)
                watch.Look(Request, where, when, new Step("it", Seen.Response(status)), Evidence, sent);
            var finding = watch.Judge(Request.Operation.Id, NoServerError);
            Assert.Equal(shown, finding.Evidence!.Exchanges[0].Exchange.Response?.Status);
            Assert.Equal(7, watch.BrokenAfterRequests(Request.Operation.Id, NoServerError));
        }
    }

    [Fact]
    public void EachInvariantIsJudgedByItself()
    {
        var never = new Invariant("never", "anything", _ => false);
        var watch = new InvariantWatch([never, NoServerError]);
        watch.Look(Request, "a", 1, new Step("it", Seen.Response(500)), Evidence, 1);
        Assert.Equal(Outcome.Passed, watch.Judge(Request.Operation.Id, never).Outcome);
        Assert.Equal(Outcome.Failed, watch.Judge(Request.Operation.Id, NoServerError).Outcome);
    }

    [Theory]
    [InlineData(false, true, Outcome.Failed)]
    [InlineData(true, true, Outcome.Passed)]
    [InlineData(true, false, Outcome.Failed)]
    public void AWebServerInFrontMayRejectWhatIsOdd(bool bindsTheApiAlone, bool mayStop, Outcome outcome)
    {
        var invariant = NoServerError with { BindsTheApiAlone = bindsTheApiAlone };
        Assert.Equal(outcome, Judge(invariant, Request with { MayStopBeforeTheApi = mayStop }));
    }

    [Theory]
    [InlineData(false, 70_000, Outcome.Failed)]
    [InlineData(true, 70_000, Outcome.Passed)]
    [InlineData(true, 5_000, Outcome.Failed)]
    public void AWebServerInFrontMayRejectWhatIsTooLargeForIt(bool bindsTheApiAlone, int bodyBytes, Outcome outcome)
    {
        var invariant = NoServerError with { BindsTheApiAlone = bindsTheApiAlone };
        var watch = new InvariantWatch([invariant]);
        var exchange = Seen.Response(500);
        var large = exchange with { Request = exchange.Request with { Body = new byte[bodyBytes] } };
        watch.Look(Request, "a", 1, new Step("it", large), Evidence, 1);
        Assert.Equal(outcome, watch.Judge(Request.Operation.Id, invariant).Outcome);
    }

    [Theory]
    [InlineData(false, true, Outcome.Failed)]
    [InlineData(true, true, Outcome.Passed)]
    [InlineData(true, false, Outcome.Failed)]
    public void WhatIsMeantToFailMay(bool spares, bool isMeantToFail, Outcome outcome)
    {
        var invariant = NoServerError with { SparesMeantFailures = spares };
        Assert.Equal(outcome, Judge(invariant, Request with { IsMeantToFail = isMeantToFail }));
    }

    private static EvidenceBudget Evidence => new(new Secrets());

    private static Outcome Judge(Invariant invariant, RequestDraft request)
    {
        var watch = new InvariantWatch([invariant]);
        watch.Look(request, "a", 1, new Step("it", Seen.Response(500)), Evidence, 1);
        return watch.Judge(request.Operation.Id, invariant).Outcome;
    }
}
