using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Where else a token is spent is recorded; a loan from one shelf is no response to a request for another.</summary>
public sealed class TokenScopesTests
{
    private const string Loan = "Lend";

    [Theory]
    [InlineData("another", "a resource of its own")]
    [InlineData("a conflict", "409 ")]
    public async Task OneTokenForTwoShelvesIsRecorded(string what, string saw)
    {
        var target = new ScriptedLibrary { HasATokenScopePerShelf = what == "another" };
        var finding = await target.Run(Loan, TokenScopes.StayInTheirPlace);
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
        var finding = await target.Run(Loan, TokenScopes.StayInTheirPlace);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("the first resource", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("GET")]
    public async Task AShelfThatLosesWhatItGaveFails(string method)
    {
        var given = new List<string>();
        var target = new ScriptedLibrary
        {
            HasATokenScopePerShelf = true,
            Finish = (r, right) =>
            {
                if (r.TextAt("ticket") is not null)
                    given.Add(right.Body);
                return (method, r.Method) switch
                {
                    // The repeat gets what the other shelf gave.
                    ("PUT", "PUT") when given.Count == 3 => right with { Body = given[1] },
                    ("GET", "GET")
                        when given.Count > 0 && right.Body.Contains(Id(given[1]), StringComparison.Ordinal) =>
                        ScriptedResponse.NotFound,
                    _ => right,
                };
            },
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Loan, TokenScopes.StayInTheirPlace)).Outcome);
    }

    private static string Id(string created) => created.Split('"')[3];
}
