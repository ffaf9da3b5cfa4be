using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>A replay has the whole first response, whatever came between.</summary>
public sealed class WholeReplaysTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Theory]
    [InlineData(Shelf, 5)]
    [InlineData(Loan, 4)]
    public async Task TheWholeFirstResponsePasses(string operation, int cases)
    {
        var finding = await new ScriptedLibrary().RunAll(operation, WholeReplays.GetTheWholeResponse);
        Assert.Equal((Outcome.Passed, cases), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData("another status", Outcome.Failed)]
    [InlineData("another type", Outcome.Failed)]
    [InlineData("no loanId", Outcome.Failed)]
    [InlineData("no status", Outcome.Failed)]
    [InlineData("a conflict", Outcome.Failed)]
    [InlineData("the present status", Outcome.Passed)]
    [InlineData("a charset", Outcome.Passed)]
    public async Task WhatARepeatLacksOrHasInAnotherWayFails(string what, Outcome outcome)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.TextAt("ticket") is { } ticket && right.Status == 201 && !seen.Add(ticket)
                    ? Other(right, what)
                    : right,
        };
        Assert.Equal(outcome, (await target.Run(Loan, WholeReplays.GetTheWholeResponse)).Outcome);
    }

    [Theory]
    [InlineData("a rejection", "after a rejected request")]
    [InlineData("another operation", "after PutShelf with the same token")]
    [InlineData("a read", "after ShowLoan")]
    public async Task WhatComesBetweenChangesNothing(string between, string @case)
    {
        var (spoilt, ticket) = (false, "");
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                spoilt |= between switch
                {
                    "a rejection" => right.Status == 400,
                    "another operation" => r.TextAt("title") is not null && r.TextAt("ticket") == ticket,
                    _ => r.Method == "GET" && r.Target.Contains("loan-", StringComparison.Ordinal) && ticket.Length > 0,
                };
                if (r.At("book") is not null)
                    ticket = r.TextAt("ticket") ?? "";
                return spoilt && r.At("book") is not null && right.Status == 201 ? ScriptedResponse.Conflict : right;
            },
        };
        var finding = await target.RunAll(Loan, WholeReplays.GetTheWholeResponse);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains(@case, finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALoanOnAShelfLeavesTheTokenOfTheShelf()
    {
        var lent = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.At("book") is not null)
                    lent.Add(r.Segment(1));
                return r.TextAt("title") is { } title && lent.Contains(title) ? ScriptedResponse.Conflict : right;
            },
        };
        var finding = await target.RunAll(Shelf, WholeReplays.GetTheWholeResponse);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("after Lend in what it created", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALoanThatHasEndedIsStillTheSame()
    {
        var finding = await new ScriptedLibrary().RunAll(Loan, WholeReplays.GetTheFirstAfterTheEnd);
        Assert.Equal((Outcome.Passed, 2), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(201, CauseKind.SecondResource)]
    [InlineData(409, CauseKind.OtherBehaviour)]
    public async Task AnotherLoanOrAnErrorAfterTheEndFails(int status, CauseKind cause)
    {
        var hasEnded = false;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                hasEnded |= r.TextAt("status") is not null;
                return hasEnded && r.At("ticket") is not null ? new(status, """{"loanId":"other"}""") : right;
            },
        };
        var finding = await target.Run(Loan, WholeReplays.GetTheFirstAfterTheEnd);
        Assert.Equal((Outcome.Failed, cause), (finding.Outcome, finding.Cause!.Kind));
    }

    [Fact]
    public async Task WhereNothingCanBeEndedNothingIsShown()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.TextAt("status") is not null ? new ScriptedResponse(405) : right,
        };
        Assert.Equal(SkipReason.NotObservable, (await target.Run(Loan, WholeReplays.GetTheFirstAfterTheEnd)).Skip);
        var declared = await new ScriptedLibrary().Run(
            Loan,
            WholeReplays.GetTheFirstAfterTheEnd,
            s => s with { Unsupported = new UnsupportedOperations(["FinishLoan"]) }
        );
        Assert.Equal(SkipReason.NotObservable, declared.Skip);
    }

    private static ScriptedResponse Other(ScriptedResponse right, string what) =>
        what switch
        {
            "another status" => right with { Status = 200 },
            "another type" => right with { ContentType = "text/plain" },
            "a charset" => right with { ContentType = "application/json; charset=utf-8" },
            "no loanId" => right with { Body = """{"status":"CREATED"}""" },
            "no status" => right with
            {
                Body = right.Body.Replace(",\"status\":\"CREATED\"", "", StringComparison.Ordinal),
            },
            "the present status" => right with
            {
                Body = right.Body.Replace("CREATED", "LENT", StringComparison.Ordinal),
            },
            _ => ScriptedResponse.Conflict,
        };
}
