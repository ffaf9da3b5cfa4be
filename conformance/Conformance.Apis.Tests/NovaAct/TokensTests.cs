using Conformance.Apis.NovaAct;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>Different tokens make different requests.</summary>
public sealed class TokensTests
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task TokensThatAreComparedWholePass(string operation)
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(operation, Tokens.AreCaseSensitive)).Outcome);
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(operation, Tokens.CountWhole)).Outcome);
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task TokensThatAreComparedWithoutRegardToCaseFail(string operation)
    {
        var target = SameForAll(token => token.ToUpperInvariant());
        Assert.Equal(Outcome.Failed, (await target.Run(operation, Tokens.AreCaseSensitive)).Outcome);
    }

    [Theory]
    [InlineData(Definition, 255)]
    [InlineData(Run, 255)]
    [InlineData(Run, 35)]
    public async Task TokensThatAreCutFail(string operation, int length)
    {
        var target = SameForAll(token => token[..Math.Min(length, token.Length)]);
        Assert.Equal(Outcome.Failed, (await target.Run(operation, Tokens.CountWhole)).Outcome);
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
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
        Assert.Equal(Outcome.Failed, (await target.Run(Run, Tokens.StartDistinctRuns)).Outcome);
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(Run, Tokens.StartDistinctRuns)).Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Passed)]
    [InlineData(true, Outcome.Failed)]
    public async Task TwoRequestsWithoutATokenStartTwoRuns(bool startsOne, Outcome outcome)
    {
        var first = new Dictionary<string, ScriptedResponse>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                startsOne && right.Body.Contains("workflowRunId") && !first.TryAdd(r.Body, right)
                    ? first[r.Body]
                    : right,
        };
        Assert.Equal(outcome, (await target.Run(Run, Tokens.OmittedStartDistinctRuns)).Outcome);
    }

    [Fact]
    public async Task ASecondRequestThatMeetsALimitShowsNothing()
    {
        var tokens = 0;
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) => r.At("clientToken") is not null && ++tokens > 1 ? ScriptedResponse.Throttled : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(Run, Tokens.AreCaseSensitive));
    }

    /// <summary>A target for which tokens are the same whose rest is: it gives the first response to the second request.</summary>
    private static ScriptedNovaAct SameForAll(Func<string, string> rest) => new() { Token = rest, Asked = _ => "" };
}
