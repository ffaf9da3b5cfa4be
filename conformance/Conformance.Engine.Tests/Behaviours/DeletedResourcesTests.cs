using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>What was deleted is not found, as soon as all can see it.</summary>
public sealed class DeletedResourcesTests
{
    private const string Write = "Write";

    [Theory]
    [InlineData(0, Outcome.Passed)]
    [InlineData(4, Outcome.Passed)]
    [InlineData(5, Outcome.Failed)]
    public async Task ADeletionThatIsSeenLaterIsWaitedForAWhile(int shownAfter, Outcome outcome)
    {
        var (left, isDeleted) = (shownAfter, false);
        var shown = ScriptedResponse.Accepted;
        var target = new ScriptedNotebook
        {
            Finish = (r, right) =>
            {
                isDeleted |= r.Method == "DELETE";
                if (r.Method == "GET" && right.Status == 200)
                    shown = right;
                return isDeleted && r.Method == "GET" && left-- > 0 ? shown : right;
            },
        };
        Assert.Equal(outcome, (await target.Run(Notebook.Notes, Write, DeletedResources.AreGone)).Outcome);
    }

    [Theory]
    [InlineData(204, Outcome.Failed, null)]
    [InlineData(200, Outcome.Failed, null)]
    [InlineData(202, Outcome.Skipped, SkipReason.NotObservable)]
    public async Task ADeletionThatWasOnlyAcceptedMayTakeLonger(int status, Outcome outcome, SkipReason? skip)
    {
        var target = new ScriptedNotebook { Deletes = status, KeepsWhatItDeletes = true };
        var finding = await target.Run(Notebook.Notes, Write, DeletedResources.AreGone);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task WhatShowsThatItIsBeingDeletedMayTakeLonger()
    {
        var isDeleted = false;
        var target = new ScriptedNotebook
        {
            KeepsWhatItDeletes = true,
            Finish = (r, right) =>
            {
                isDeleted |= r.Method == "DELETE";
                return isDeleted && r.Method == "GET" ? right with { Body = """{"state":"DELETING"}""" } : right;
            },
        };
        var finding = await target.Run(Notebook.Notes, Write, DeletedResources.AreGone);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(403, Outcome.Passed)]
    [InlineData(409, Outcome.Passed)]
    [InlineData(410, Outcome.Passed)]
    [InlineData(422, Outcome.Failed)]
    [InlineData(500, Outcome.Failed)]
    [InlineData(429, Outcome.Errored)]
    public async Task SeveralRejectionsAreRight(int status, Outcome outcome)
    {
        var target = new ScriptedNotebook
        {
            Finish = (_, right) => right.Status == 404 ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(outcome, (await target.Run(Notebook.Notes, Write, DeletedResources.AreGone)).Outcome);
    }

    [Theory]
    [InlineData("DELETE", SkipReason.NotObservable)]
    [InlineData("GET", SkipReason.NotIsolated)]
    public async Task WhatCanNotBeDeletedOrReadShowsNothing(string method, SkipReason skip)
    {
        var looks = 0;
        var target = new ScriptedNotebook
        {
            // The preflight finds the read there.
            Finish = (r, right) => r.Method == method && (method != "GET" || ++looks > 1) ? new(405) : right,
        };
        var finding = await target.Run(Notebook.Notes, Write, DeletedResources.AreGone);
        Assert.Equal((Outcome.Skipped, skip), (finding.Outcome, finding.Skip));
    }
}
