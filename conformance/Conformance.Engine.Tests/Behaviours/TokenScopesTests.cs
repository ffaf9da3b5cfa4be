using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>What the documents leave open about tokens is recorded, whatever the target does.</summary>
public sealed class TokenScopesTests
{
    private const string Loan = "Lend";

    [Theory]
    [InlineData("another", "a resource of its own")]
    [InlineData("a conflict", "409 ")]
    public async Task OneTokenForTwoShelvesIsRecorded(string what, string saw)
    {
        var target = new ScriptedLibrary { OtherParameters = what == "another" ? null : ScriptedResponse.Conflict };
        var finding = await target.Run(Loan, TokenScopes.ObserveAnotherParent);
        var observation = Assert.Single(finding.Observations);
        Assert.Equal((Outcome.Passed, "A7"), (finding.Outcome, observation.Interpretation));
        Assert.StartsWith(saw, observation.Saw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereADocumentDemandsItTheFirstResourceAgainIsAFailure()
    {
        var first = default(ScriptedResponse);
        var target = new ScriptedLibrary
        {
            OtherParameters = ScriptedResponse.Conflict,
            Finish = (r, right) => r.TextAt("ticket") is not null ? first ??= right : right,
        };
        var finding = await target.Run(Loan, TokenScopes.ObserveAnotherParent);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("the first resource", finding.Evidence!.Actual, StringComparison.Ordinal);
    }
}
