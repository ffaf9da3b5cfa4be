using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Responses that accept valid requests are held against what they have to be like, whoever sent the request.</summary>
public sealed class ResponseWatchTests
{
    private const string Id = "sample/Put/response/status-code";

    private readonly ResponseWatch watch = new([
        Planned(Id, e => e.Response!.Status == 201 ? null : e.InWords()),
        Planned("sample/Put/response/other", _ => null),
        Planned("sample/Put/it/holds", _ => null) with
        {
            Responses = null,
        },
    ]);

    [Fact]
    public void RightResponsesAreNotRemembered()
    {
        Look("a", 1, 201, 1);
        Assert.Null(watch.WrongFor(Id));
    }

    [Fact]
    public void AWrongOneIsRememberedForItsRequirementAlone()
    {
        Look("a", 4, 200, 9);
        var wrong = watch.WrongFor(Id)!;
        Assert.Equal(("a", 4, 9), (wrong.Scope, wrong.Turn, wrong.AfterRequests));
        Assert.StartsWith("200", wrong.Actual, StringComparison.Ordinal);
        Assert.Null(watch.WrongFor("sample/Put/response/other"));
        Assert.Null(watch.WrongFor("sample/Put/response"));
    }

    [Theory]
    [InlineData("a", 2, "b", 1, 202)]
    [InlineData("b", 1, "a", 2, 203)]
    [InlineData("a", 1, "a", 2, 202)]
    public void OfSeveralTheFirstInCanonicalOrderIsKept(string scope, int turn, string other, int otherTurn, int status)
    {
        Look(scope, turn, 202, 5);
        Look(other, otherTurn, 203, 3);
        var wrong = watch.WrongFor(Id)!;
        Assert.Equal((status, 3), (wrong.Step.Exchange.Response!.Status, wrong.AfterRequests));
    }

    [Fact]
    public void ResponsesOfOtherOperationsAreNotLookedAt()
    {
        watch.Look(Draft with { Operation = Things.Use }, "a", 1, new Step("it", Seen.Response(500)), Evidence, 1);
        Assert.Null(watch.WrongFor(Id));
    }

    [Fact]
    public void ARequirementFailsByWhatOthersHaveSeen()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Rejecting.Put)) with { Responses = watch };
        var test = ScriptedTarget.Bench(session, Rejecting.Put, "response/status-code");
        Assert.Null(SeenBefore.Wrong(test, "status 201"));
        Look("elsewhere", 1, 200, 7);
        var finding = SeenBefore.Wrong(test, "status 201")!;
        Assert.Equal(
            (Outcome.Failed, "status 201", 7),
            (finding.Outcome, finding.Evidence!.Expected, test.FailedAfterRequests)
        );
        Assert.Contains("elsewhere", finding.Evidence.Case, StringComparison.Ordinal);
        Assert.Equal(200, Assert.Single(finding.Evidence.Exchanges).Exchange.Response?.Status);
    }

    public static TheoryData<int, Func<RequestDraft, RequestDraft>, bool> Sent =>
        new()
        {
            { 202, ordinary => ordinary, true },
            { 202, ordinary => ordinary with { IsViolation = true }, false },
            { 202, ordinary => ordinary with { IsMeantToFail = true }, false },
            { 202, ordinary => ordinary with { MayStopBeforeTheApi = true }, true },
            { 400, ordinary => ordinary, false },
        };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task WhateverAcceptsARequestThatBreaksNothingIsLookedAt(
        int status,
        Func<RequestDraft, RequestDraft> change,
        bool isSeen
    )
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var session = target.Session(Made.Api(Rejecting.Put)) with { Responses = watch };
        var test = ScriptedTarget.Bench(session, Rejecting.Put);
        await test.Send(change(test.Valid(Rejecting.Put)), "it");
        Assert.Equal(isSeen, watch.WrongFor(Id) is not null);
    }

    [Theory]
    [InlineData(400, false, true)]
    [InlineData(201, false, false)]
    [InlineData(400, true, false)]
    public async Task ErrorsAreLookedAtByWhatIsAboutErrors(int status, bool mayStopBeforeTheApi, bool isSeen)
    {
        var aboutErrors = Planned(Id, _ => "wrong") with
        {
            Responses = new ResponseCheck("right", _ => Engine.Exchanges.CheckResult.At("wrong"))
            {
                IsAboutErrors = true,
            },
        };
        var errors = new ResponseWatch([aboutErrors]);
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var session = target.Session(Made.Api(Rejecting.Put)) with { Responses = errors };
        var test = ScriptedTarget.Bench(session, Rejecting.Put);
        var request = test.Valid(Rejecting.Put) with { IsViolation = true, MayStopBeforeTheApi = mayStopBeforeTheApi };
        await test.Send(request, "it");
        Assert.Equal(isSeen, errors.WrongFor(Id) is not null);
    }

    private static EvidenceBudget Evidence => new(new Secrets());

    private static RequestDraft Draft => new(Rejecting.Put, ImmutableDictionary<string, string>.Empty, null);

    private void Look(string scope, int turn, int status, int sent) =>
        watch.Look(Draft, scope, turn, new Step("it", Seen.Response(status)), Evidence, sent);

    private static PlannedRequirement Planned(string id, Func<Exchange, string?> problem) =>
        new(
            new Requirement(id, "sample", "Put", RequirementGroup.Response, Schemas.Level.Must, [], "It is.", []),
            Rejecting.Put,
            _ => Task.FromResult(Finding.Passed(1))
        )
        {
            Responses = new ResponseCheck("right", exchange => Engine.Exchanges.CheckResult.At(problem(exchange))),
        };
}
