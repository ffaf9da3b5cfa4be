using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>A shelf that was removed lends nothing, as soon as all can see it.</summary>
public sealed class DeletedReferencesTests
{
    private const string Loan = "Lend";

    [Fact]
    public async Task ADeletionThatIsSeenAtOncePassesWithoutAPause()
    {
        using var target = new ScriptedLibrary().Target();
        Assert.Equal(
            Outcome.Passed,
            (await DeletedReferences.TakeNothing(await ScriptedLibrary.Bench(target, Loan))).Outcome
        );
        Assert.Empty(target.Time.Pauses);
    }

    [Theory]
    [InlineData(1, Outcome.Passed)]
    [InlineData(4, Outcome.Passed)]
    [InlineData(5, Outcome.Failed)]
    public async Task OneThatIsSeenLaterIsWaitedForAWhile(int runsBefore, Outcome outcome)
    {
        using var target = Late(runsBefore).Target();
        Assert.Equal(outcome, (await DeletedReferences.TakeNothing(await ScriptedLibrary.Bench(target, Loan))).Outcome);
        Assert.Equal(
            new[] { 100.0, 200, 400, 800 }.Take(runsBefore),
            target.Time.Pauses.Select(p => p.TotalMilliseconds)
        );
    }

    [Theory]
    [InlineData(400, Outcome.Passed)]
    [InlineData(403, Outcome.Passed)]
    [InlineData(409, Outcome.Passed)]
    [InlineData(410, Outcome.Passed)]
    [InlineData(422, Outcome.Failed)]
    [InlineData(500, Outcome.Failed)]
    [InlineData(429, Outcome.Errored)]
    public async Task SeveralRejectionsAreRight(int status, Outcome outcome)
    {
        var target = new ScriptedLibrary
        {
            Finish = (_, right) => right.Status == 404 ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(outcome, (await target.Run(Loan, DeletedReferences.TakeNothing)).Outcome);
    }

    [Fact]
    public async Task WhereNothingIsDeletedNothingIsShown()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Method == "DELETE" ? new ScriptedResponse(405) : right,
        };
        Assert.Equal(SkipReason.NotObservable, (await target.Run(Loan, DeletedReferences.TakeNothing)).Skip);
        using var scripted = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(
            scripted,
            Loan,
            s => s with { Unsupported = new UnsupportedOperations(["RemoveShelf"]) }
        );
        Assert.Equal(SkipReason.NotObservable, (await DeletedReferences.TakeNothing(test)).Skip);
        Assert.DoesNotContain(scripted.Requests, r => r.Method == "DELETE");
    }

    [Theory]
    [InlineData("the first again", Outcome.Passed)]
    [InlineData("another", Outcome.Failed)]
    public async Task ATicketFromBeforeLendsNothingNew(string what, Outcome outcome)
    {
        var given = new Dictionary<string, ScriptedResponse>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.TextAt("ticket") is not { } ticket)
                    return right;
                if (given.TryGetValue(ticket, out var first) && right.Status == 404)
                    return what == "another" ? new(201, """{"loanId":"new"}""") : first;
                given[ticket] = right;
                return right;
            },
        };
        var finding = await target.Run(Loan, DeletedReferences.TakeNothing);
        Assert.Equal((outcome, 2), (finding.Outcome, finding.Cases));
    }

    [Fact]
    public async Task WhereOnlyEmptyShelvesAreRemovedTheOthersShowNothing()
    {
        var used = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.Method == "PUT" && r.Target.EndsWith("/loans", StringComparison.Ordinal))
                    used.Add(r.Segment(1));
                return r.Method == "DELETE" && used.Contains(r.Segment(1)) ? ScriptedResponse.Conflict : right;
            },
        };
        var finding = await target.Run(Loan, DeletedReferences.TakeNothing);
        Assert.Equal((Outcome.Passed, 1), (finding.Outcome, finding.Cases));
    }

    /// <summary>A target on which so many loans from a removed shelf are still made.</summary>
    private static ScriptedLibrary Late(int runs)
    {
        var (left, isDeleted) = (runs, false);
        return new()
        {
            Finish = (r, right) =>
            {
                isDeleted |= r.Method == "DELETE";
                return isDeleted && right.Status == 404 && left-- > 0 ? new(201, """{"loanId":"late"}""") : right;
            },
        };
    }
}
