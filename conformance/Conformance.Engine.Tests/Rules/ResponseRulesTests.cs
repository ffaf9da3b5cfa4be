using Conformance.Engine.Rules;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class ResponseRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required),
        Made.Text("note", Made.Optional)
    ) with
    {
        Success = new SuccessResponse(
            201,
            Level.Must,
            Made.At(11),
            "application/json",
            Level.Should,
            Made.At(12),
            [
                Made.Text("status", Made.Required, new OneOf(["ACTIVE"], Level.Must, Made.At(21))),
                Made.Member("any", JsonKind.Any, Made.Optional),
                Made.Member("info", JsonKind.Object, Made.Optional) with
                {
                    Members = [Made.Text("info.id", Made.Matching("[a-f0-9]+"))],
                },
            ]
        ),
    };

    private static readonly string[] MemberRows =
    [
        "response/status/type Must D0:1 response",
        "response/status/required Must D0:2 response",
        "response/status/enum Must D0:21 response",
        "response/info/type Must D0:1 response",
        "response/info.id/type Must D0:1 response",
        "response/info.id/pattern Must D0:6 response",
    ];

    [Fact]
    public void StatusContentTypeAndEachConstraintOfEachMemberGiveARequirement()
    {
        Assert.Equal(["response/status-code Must D0:11 response"], ResponseRules.ReturnsDocumentedStatus.Plan(Put));
        Assert.Equal(
            ["response/content-type Should D0:12 response"],
            ResponseRules.ReturnsDocumentedContentType.Plan(Put)
        );
        Assert.Equal(MemberRows, ResponseRules.ReturnsDocumentedMembers.Plan(Put));
    }

    [Fact]
    public void AStreamIsLookedAtEventByEvent()
    {
        var operation = Streaming();
        Assert.Empty(ResponseRules.ReturnsDocumentedContentType.Plan(operation));
        Assert.Equal(
            ["response/output.text/type Must D0:1 response", "response/done.reason/type Must D0:1 response"],
            ResponseRules.ReturnsDocumentedMembers.Plan(operation)
        );
    }

    [Theory]
    [InlineData(201, """{"status":"ACTIVE","info":{"id":"0a"}}""", "application/json; charset=utf-8", "")]
    [InlineData(200, """{"status":"ACTIVE","info":{"id":"0a"}}""", "application/json", "status-code")]
    [InlineData(201, """{"status":"ACTIVE","info":{"id":"0a"}}""", "text/plain", "content-type")]
    [InlineData(201, """{"status":"active","info":{"id":"0a"}}""", "application/json", "status/enum")]
    [InlineData(201, """{"status":7,"info":{"id":"0a"}}""", "application/json", "status/type")]
    [InlineData(201, """{"info":{"id":"0a"}}""", "application/json", "status/required")]
    [InlineData(201, """{"status":"ACTIVE","info":[]}""", "application/json", "info/type")]
    [InlineData(201, """{"status":"ACTIVE","info":{"id":"x"}}""", "application/json", "info.id/pattern")]
    public async Task WhatIsWrongFailsItsRequirementAlone(int status, string body, string contentType, string failed)
    {
        foreach (var planned in Planned(Put))
        {
            using var target = ScriptedTarget.InTurn(new ScriptedResponse(status, body) { ContentType = contentType });
            var finding = await planned.Test(target.Bench(Put));
            var isWrong = planned.Requirement.Id == $"sample/Put/response/{failed}";
            Assert.True(isWrong == (finding.Outcome == Outcome.Failed), $"{planned.Requirement.Id}: {finding.Reason}");
        }
    }

    [Fact]
    public async Task ASmallAndAFullRequestAreSentAndWhatIsRejectedShowsNothing()
    {
        using var target = new ScriptedTarget(r =>
            r.At("note") is null ? ScriptedResponse.Accepted : new ScriptedResponse(200)
        );
        var finding = await ResponseRules.ReturnsDocumentedStatus.Test(
            ScriptedTarget.Bench(target.Session(Made.Api(Put)) with { Profile = Profile.Standard }, Put)
        );
        Assert.Equal((Outcome.Failed, 2), (finding.Outcome, finding.Cases));
        using var rejecting = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var planned = ResponseRules.ReturnsDocumentedStatus.Of(Put).Single();
        var session = rejecting.Session(Made.Api(Put));
        var result = await new RequirementCheck(session, rejecting.Time).Judge(
            planned,
            TestContext.Current.CancellationToken
        );
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (result.Verdict.Outcome, result.Verdict.Skip));
    }

    [Fact]
    public async Task WhereNoResponseHoldsTheMemberNothingIsShown()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await ResponseRules.ReturnsDocumentedMembers.Test(target, Put, "response/info.id/pattern");
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(200, Outcome.Passed)]
    [InlineData(299, Outcome.Passed)]
    public async Task WhereEverySuccessIsRightItIs(int status, Outcome outcome)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var any = Put with { Success = Put.Success with { IsAnySuccess = true } };
        Assert.Equal(outcome, (await ResponseRules.ReturnsDocumentedStatus.Test(target, any)).Outcome);
    }

    [Fact]
    public async Task WhatOthersHaveSeenFailsItWithoutARequest()
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(200));
        var planned = ResponseRules.ReturnsDocumentedStatus.Of(Put).Single();
        var session = target.Session(Made.Api(Put)) with { Responses = new ResponseWatch([planned]) };
        var other = ScriptedTarget.Bench(session, Put);
        await other.SendValid(other.Valid(Put), "another's request");
        var finding = await planned.Test(ScriptedTarget.Bench(session, Put, "response/status-code"));
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Single(target.Requests);
    }

    private static IEnumerable<PlannedRequirement> Planned(Operation operation) =>
        new[]
        {
            ResponseRules.ReturnsDocumentedStatus,
            ResponseRules.ReturnsDocumentedContentType,
            ResponseRules.ReturnsDocumentedMembers,
        }.SelectMany(rule => rule.Of(operation));

    private static Operation Streaming() =>
        Put with
        {
            Success = Put.Success with
            {
                Members = [],
                Stream = new EventStream(
                    "application/vnd.amazon.eventstream",
                    Level.Must,
                    Made.At(12),
                    [
                        Event("output", EventRole.Output, "text"),
                        Event("done", EventRole.Completion, "reason"),
                        Event("failed", EventRole.Exception, "message"),
                    ]
                ),
            },
        };

    private static EventKind Event(string name, EventRole role, string member) =>
        new(name, role, Level.Must, Made.At(13), [Made.Text($"{name}.{member}")]);
}
