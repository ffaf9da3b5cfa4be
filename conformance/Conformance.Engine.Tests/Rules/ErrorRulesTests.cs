using Conformance.Engine.Rules;
using Conformance.Engine.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class ErrorRulesTests
{
    private const string Body = """{"message":"no","fieldList":[{"name":"name"}]}""";

    private static readonly ErrorResponse Invalid = Made.Error(
        "InvalidException",
        400,
        ErrorCause.InvalidInput,
        Made.Text("message", Made.Required),
        Made.Member("detail", JsonKind.Any, Made.Optional),
        Made.Text("header", Made.Required) with
        {
            Place = Place.Header,
        }
    );

    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Max(40)) with
        {
            Role = MemberRole.UniqueName,
        }
    ) with
    {
        Errors = [Invalid, Made.Taken, Made.Missing, Made.Error("SlowException", 429, ErrorCause.Throttled)],
    };

    private static readonly Rule[] All =
    [
        ErrorRules.ReturnsDocumentedStatus,
        ErrorRules.NamesTheError,
        ErrorRules.ReturnsJson,
        ErrorRules.ReturnsDocumentedMembers,
    ];

    [Fact]
    public void ErrorsThatARequestProvokesGiveTheirRequirements()
    {
        Assert.Equal(
            ["error/InvalidException/status Must D0:13 error", "error/TakenException/status Must D0:13 error"],
            ErrorRules.ReturnsDocumentedStatus.Plan(Put)
        );
        Assert.Equal(
            ["error/InvalidException/name Should D0:21 error", "error/TakenException/name Should D0:21 error"],
            ErrorRules.NamesTheError.Plan(Put)
        );
        Assert.Equal(
            [
                "error/InvalidException/content-type Should D0:14 error",
                "error/TakenException/content-type Should D0:14 error",
            ],
            ErrorRules.ReturnsJson.Plan(Put)
        );
        Assert.Equal(
            [
                "error/InvalidException/message/type Must D0:1 error",
                "error/InvalidException/message/required Must D0:2 error",
            ],
            ErrorRules.ReturnsDocumentedMembers.Plan(Put)
        );
    }

    [Theory]
    [InlineData(400, "InvalidException", "application/json", Body, "")]
    [InlineData(400, "acme#InvalidException:http://x/", "application/json;charset=utf-8", Body, "")]
    [InlineData(422, "InvalidException", "application/json", Body, "status")]
    [InlineData(400, "OtherException", "application/json", Body, "name")]
    [InlineData(400, null, "application/json", Body, "name")]
    [InlineData(400, "InvalidException", "text/html", Body, "content-type")]
    [InlineData(400, "InvalidException", "application/json", """{"message":7}""", "message/type")]
    [InlineData(400, "InvalidException", "application/json", "{}", "message/required")]
    public async Task WhatIsWrongFailsItsRequirementAlone(
        int status,
        string? name,
        string contentType,
        string body,
        string failed
    )
    {
        var error = new ScriptedResponse(status, body)
        {
            ContentType = contentType,
            Headers = name is null ? [] : [new Header("x-amzn-errortype", name)],
        };
        foreach (var planned in All.SelectMany(rule => rule.Of(Put)).Where(p => p.Requirement.Id.Contains("Invalid")))
        {
            using var target = Rejecting(error);
            var finding = await planned.Test(target.Bench(Put));
            var isWrong = planned.Requirement.Id == $"sample/Put/error/InvalidException/{failed}";
            Assert.True(isWrong == (finding.Outcome == Outcome.Failed), $"{planned.Requirement.Id}: {finding.Reason}");
        }
    }

    [Fact]
    public async Task AViolationThatIsAcceptedIsForAnotherRequirementToTell()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await ErrorRules.ReturnsDocumentedStatus.Test(target, Put, "error/Invalid");
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task WithoutAValidRequestThatIsAcceptedNothingIsShown()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var planned = ErrorRules.ReturnsDocumentedStatus.Of(Put).First();
        var check = new RequirementCheck(target.Session(Made.Api(Put)), target.Time);
        var verdict = (await check.Judge(planned, TestContext.Current.CancellationToken)).Verdict;
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (verdict.Outcome, verdict.Skip));
        Assert.Single(target.Requests);
    }

    [Theory]
    [InlineData(404, 404, Outcome.Passed)]
    [InlineData(404, 403, Outcome.Failed)]
    [InlineData(403, 403, Outcome.Passed)]
    public async Task WhoeverMayNotKnowThatItExistsMayBeDenied(int documented, int status, Outcome outcome)
    {
        ErrorResponse denied = Made.Error("DeniedException", 403, ErrorCause.AccessDenied);
        var operation = Put with
        {
            Path = "/flows/{flow}",
            Parameters = [Made.Text("flow", Made.Required) with { Place = Place.Path, Role = MemberRole.Known }],
            Errors = documented == 403 ? [Made.Missing, denied] : [Made.Missing],
        };
        using var target = new ScriptedTarget(r =>
            r.Target == "/flows/F" ? ScriptedResponse.Accepted : new ScriptedResponse(status)
        );
        var finding = await ErrorRules.ReturnsDocumentedStatus.Test(target, operation, "", ("flow", "\"F\""));
        Assert.Equal(outcome, finding.Outcome);
    }

    [Theory]
    [InlineData(409, Outcome.Passed, null)]
    [InlineData(400, Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(201, Outcome.Skipped, SkipReason.InterpretationAllows)]
    public async Task ATokenWithOtherParametersNeedNotConflict(int status, Outcome outcome, SkipReason? skip)
    {
        var operation = Made.Operation(
            Made.Text("note", Made.Required),
            Made.Text("token", Made.Optional) with
            {
                Role = MemberRole.IdempotencyToken,
            }
        ) with
        {
            Errors = [Made.Taken],
        };
        var spent = new HashSet<string>();
        using var target = new ScriptedTarget(r =>
            r.TextAt("token") is { } token && !spent.Add(token)
                ? new ScriptedResponse(status) { Headers = [new Header("x-amzn-errortype", "TakenException")] }
                : ScriptedResponse.Accepted
        );
        var finding = await ErrorRules.NamesTheError.Test(target, operation);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.Empty(ErrorRules.ReturnsDocumentedStatus.Plan(operation));
    }

    private static ScriptedTarget Rejecting(ScriptedResponse error) =>
        new(r => r.TextAt("name") is { Length: <= 40 } ? ScriptedResponse.Accepted : error);
}
