using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Testing;

namespace Conformance.Engine.Tests.Behaviours.Resources;

/// <summary>What is there is counted to its end, or not at all.</summary>
public sealed class ListingTests
{
    private static readonly Resource Loan = new(Library.Api, Library.Lend);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 8)]
    [InlineData(100, null)]
    public async Task PagesAreFollowedByTheMemberThatTheQueryTakes(int pages, int? count)
    {
        var left = pages;
        var asked = new List<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (!r.Target.Contains("/loans?", StringComparison.Ordinal))
                    return right;
                asked.Add(r.Target.Split('?')[1]);
                return new(200, left-- > 0 ? """{"loans":[1,2],"next":"p&1"}""" : """{"loans":[1,2]}""");
            },
        };
        using var scripted = target.Target();
        var test = await ScriptedLibrary.Bench(scripted, "Lend", s => s with { Capabilities = Listed });
        left = pages;
        asked.Clear();
        Assert.Equal(count, await Loan.Count(test, test.Valid(Library.Lend)));
        Assert.Equal("most=50", asked[0]);
        if (pages > 0)
            Assert.Equal("most=50&next=p%261", asked[1]);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"loans":{}}""")]
    public async Task WhatIsNoListIsNotCounted(int status, string body)
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Target.Contains("/loans?", StringComparison.Ordinal) ? new(status, body) : right,
        };
        using var scripted = target.Target();
        var test = await ScriptedLibrary.Bench(scripted, "Lend", s => s with { Capabilities = Listed });
        Assert.Null(await Loan.Count(test, test.Valid(Library.Lend)));
        Assert.Contains("to its end", Loan.WhyNoCount(test), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOthersMayCreateBesideItIsNotCounted()
    {
        using var scripted = new ScriptedLibrary().Target();
        var test = await ScriptedLibrary.Bench(scripted, "PutShelf");
        var shelf = new Resource(Library.Api, Library.PutShelf);
        Assert.Null(await shelf.Count(test, test.Valid(Library.PutShelf)));
        Assert.Contains("others may create", shelf.WhyNoCount(test), StringComparison.Ordinal);
    }

    private static Capabilities Listed => new(["ListLoans"], ImmutableDictionary<string, string>.Empty);
}
