using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Different tokens make different requests.</summary>
public sealed class TokensTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task TokensThatAreComparedWholePass(string operation)
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(operation, Tokens.AreCaseSensitive)).Outcome);
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(operation, Tokens.CountWhole)).Outcome);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task TokensThatAreComparedWithoutRegardToCaseFail(string operation)
    {
        var target = SameForAll(token => token.ToUpperInvariant());
        Assert.Equal(Outcome.Failed, (await target.Run(operation, Tokens.AreCaseSensitive)).Outcome);
    }

    [Theory]
    [InlineData(Shelf, 255)]
    [InlineData(Loan, 255)]
    [InlineData(Loan, 35)]
    public async Task TokensThatAreCutFail(string operation, int length)
    {
        var target = SameForAll(token => token[..Math.Min(length, token.Length)]);
        Assert.Equal(Outcome.Failed, (await target.Run(operation, Tokens.CountWhole)).Outcome);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task TokensWithoutTheirHyphensFail(string operation)
    {
        var target = SameForAll(token => token.Replace("-", "", StringComparison.Ordinal));
        var finding = await target.Run(operation, Tokens.CountWhole);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("hyphen", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetThatGoesByTheParametersAloneFails()
    {
        var target = SameForAll(_ => "the same");
        Assert.Equal(Outcome.Failed, (await target.Run(Loan, Tokens.AreDistinct)).Outcome);
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(Loan, Tokens.AreDistinct)).Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Passed)]
    [InlineData(true, Outcome.Failed)]
    public async Task TwoRequestsWithoutATokenCreateTwo(bool createsOne, Outcome outcome)
    {
        var first = new Dictionary<string, ScriptedResponse>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                createsOne && right.Body.Contains("loanId") && !first.TryAdd(r.Body, right) ? first[r.Body] : right,
        };
        Assert.Equal(outcome, (await target.Run(Loan, Tokens.AreDistinctWithout)).Outcome);
    }

    [Fact]
    public async Task ASecondRequestThatMeetsALimitShowsNothing()
    {
        var tokens = 0;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.At("ticket") is not null && ++tokens > 1 ? ScriptedResponse.Throttled : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(Loan, Tokens.AreCaseSensitive));
    }

    /// <summary>A target for which tokens are the same whose rest is: it gives the first response to the second request.</summary>
    private static ScriptedLibrary SameForAll(Func<string, string> rest) => new() { Token = rest, Asked = _ => "" };
}
