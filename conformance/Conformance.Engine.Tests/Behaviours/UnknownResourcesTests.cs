using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>What does not exist can't be read or deleted.</summary>
public sealed class UnknownResourcesTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    [InlineData("ShowShelf")]
    [InlineData("RemoveShelf")]
    [InlineData("ShowLoan")]
    public async Task WhatIsNotFoundPasses(string operation)
    {
        var finding = await new ScriptedLibrary().Run(operation, UnknownResources.AreRejected);
        Assert.Equal((Outcome.Passed, operation is Shelf or Loan ? 2 : 1), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(Shelf, "GET", 200, Outcome.Failed)]
    [InlineData(Shelf, "GET", 400, Outcome.Failed)]
    [InlineData(Shelf, "DELETE", 204, Outcome.Failed)]
    [InlineData(Shelf, "DELETE", 500, Outcome.Failed)]
    [InlineData(Shelf, "GET", 429, Outcome.Errored)]
    [InlineData(Loan, "GET", 200, Outcome.Failed)]
    [InlineData(Loan, "GET", 400, Outcome.Passed)]
    public async Task AnythingElseFailsUnlessTheIdentifierMayBeIllFormed(
        string operation,
        string method,
        int status,
        Outcome outcome
    )
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Method == method && right.Status == 404 ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(outcome, (await target.Run(operation, UnknownResources.AreRejected)).Outcome);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task AnOperationThatFindsNothingAtAllIsInconclusive(string method)
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Method == method ? ScriptedResponse.NotFound : right,
        };
        var finding = await target.Run(Shelf, UnknownResources.AreRejected);
        Assert.Equal((Outcome.Passed, 1), (finding.Outcome, finding.Cases));
        var alone = await target.Run(method == "GET" ? "ShowShelf" : "RemoveShelf", UnknownResources.AreRejected);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (alone.Outcome, alone.Skip));
    }

    [Fact]
    public async Task OnlyWhatTheTestCreatedIsDeleted()
    {
        using var target = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(target, Shelf);
        await UnknownResources.AreRejected(test);
        var put = target.Requests.Where(r => r.Method == "PUT").Skip(1).Select(r => r.TextAt("title")).ToHashSet();
        var removed = target.Requests.Where(r => r.Method == "DELETE").Select(r => r.Segment(1)).ToList();
        Assert.Equal(2, removed.Count);
        Assert.Contains(removed[0], put);
        Assert.DoesNotContain(removed[1], put);
    }

    [Fact]
    public async Task WithoutTheOperationsNothingIsShown()
    {
        using var target = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(target, "ShowShelf", s => s with { Capabilities = Capabilities.None });
        var finding = await UnknownResources.AreRejected(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
        var unsupported = await ScriptedLibrary.Bench(
            target,
            "ShowShelf",
            s => s with { Unsupported = new UnsupportedOperations(["ShowShelf"]) }
        );
        Assert.Equal(Outcome.Skipped, (await UnknownResources.AreRejected(unsupported)).Outcome);
    }
}
