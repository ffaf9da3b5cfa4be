using Conformance.Engine.Behaviours;

namespace Conformance.Engine.Tests.Behaviours.Resources;

/// <summary>A register that asks for what an operation has not is told what that is.</summary>
public sealed class LackingTests
{
    [Theory]
    [InlineData("idempotency/replay", "PutShelf", null)]
    [InlineData("idempotency/replay", "ShowShelf", "x-role is idempotencyToken")]
    [InlineData("idempotency/replay-creates-no-second", "Lend", null)]
    [InlineData("idempotency/replay-creates-no-second", "PutShelf", "inside of something else")]
    [InlineData("idempotency/distinct-tokens-are-distinct", "Lend", null)]
    [InlineData("idempotency/distinct-tokens-are-distinct", "PutShelf", "x-role is identifier")]
    [InlineData("idempotency/omitted-token-is-distinct", "Lend", null)]
    [InlineData("idempotency/token-on-another-parent", "Lend", null)]
    [InlineData("idempotency/whole-replay", "PutShelf", null)]
    [InlineData("idempotency/whole-replay", "ShowShelf", "x-role is idempotencyToken")]
    [InlineData("idempotency/replay-after-the-end", "Lend", null)]
    [InlineData("idempotency/replay-after-the-end", "PutShelf", "x-role is identifier")]
    [InlineData("response/names-what-was-asked-for", "PutShelf", null)]
    [InlineData("response/names-what-was-asked-for", "ShowShelf", "an operation that creates")]
    [InlineData("concurrency/own-responses", "Lend", null)]
    [InlineData("concurrency/own-responses", "ListLoans", "an operation that creates")]
    [InlineData("not-found/under-another-parent", "Lend", null)]
    [InlineData("not-found/under-another-parent", "PutShelf", "x-role is identifier")]
    [InlineData("not-found/is-not-remembered", "Lend", null)]
    [InlineData("not-found/is-not-remembered", "PutShelf", "uniqueName")]
    [InlineData("uniqueness/duplicate-name", "PutShelf", null)]
    [InlineData("uniqueness/duplicate-name", "Lend", "x-role is uniqueName")]
    [InlineData("state/unchanged-by-rejection", "Lend", null)]
    [InlineData("state/unchanged-by-rejection", "ShowShelf", "an operation that creates")]
    [InlineData("not-found/unknown-reference", "Lend", null)]
    [InlineData("not-found/unknown-reference", "ShowShelf", null)]
    [InlineData("not-found/unknown-reference", "PutShelf", "x-refers-to")]
    [InlineData("not-found/unknown-reference", "RemoveShelf", "not-found/unknown-resource")]
    [InlineData("not-found/part-of-a-name", "Lend", null)]
    [InlineData("not-found/deleted-reference", "Lend", null)]
    [InlineData("not-found/deleted-reference", "PutShelf", "deletes")]
    [InlineData("not-found/unknown-resource", "PutShelf", null)]
    [InlineData("not-found/unknown-resource", "ReturnLoan", null)]
    [InlineData("not-found/unknown-resource", "ListLoans", "an operation that creates")]
    [InlineData("not-found/after-deletion", "Lend", null)]
    [InlineData("state/read-shows-what-was-created", "Lend", null)]
    public void WhatIsLackingIsSaid(string scenario, string operation, string? lacking)
    {
        var said = BehaviourBook.Find(scenario)!.Lacks(Library.Api, Library.Api.Operation(operation));
        if (lacking is null)
            Assert.Null(said);
        else
            Assert.Contains(lacking, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state/read-shows-what-was-created", "a GET")]
    [InlineData("not-found/unknown-resource", "documents an error")]
    [InlineData("not-found/after-deletion", "a GET")]
    public void WithoutOperationsThatLookTheyAreLacking(string scenario, string lacking)
    {
        var api = Library.Api with { Operations = [Library.PutShelf] };
        Assert.Contains(lacking, BehaviourBook.Find(scenario)!.Lacks(api, Library.PutShelf), StringComparison.Ordinal);
    }

    [Fact]
    public void NoScenarioIsThereTwice() => Assert.Distinct(BehaviourBook.All.Select(s => s.Behaviour));
}
