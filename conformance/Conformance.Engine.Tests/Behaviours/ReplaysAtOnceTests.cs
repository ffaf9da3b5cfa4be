using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Identical requests that are sent at once: one resource, and all agree on it.</summary>
public sealed class ReplaysAtOnceTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Fact]
    public async Task ReplaysAtOnceThatCreateTwoFail()
    {
        var seen = new Dictionary<string, int>();
        // The second one does not see what the first one has begun.
        var target = new ScriptedLibrary { Token = token => Count(seen, token) == 2 ? null : token };
        var finding = await target.Run(Loan, ReplaysAtOnce.AgreeOnOne);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith("2 different resources", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, Outcome.Passed)]
    [InlineData(4, Outcome.Failed)]
    public async Task AServerErrorAmongThemMayPassRarely(int errors, Outcome outcome)
    {
        var (left, seen) = (errors, new HashSet<string>());
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.TextAt("ticket") is { } token && !seen.Add(token) && left-- > 0 ? new ScriptedResponse(500) : right,
        };
        Assert.Equal(outcome, (await target.Run(Loan, ReplaysAtOnce.AgreeOnOne)).Outcome);
    }

    [Fact]
    public async Task WhereNoneOfThemIsAcceptedItFails()
    {
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Turn is > 8 and < 13 ? ScriptedResponse.Conflict : right,
        };
        using var scripted = target.Target();
        var test = await ScriptedLibrary.Bench(scripted, Loan);
        var finding = await ReplaysAtOnce.AgreeOnOne(test);
        Assert.Equal(Outcome.Failed, finding.Outcome);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task WhereOneGetsNoResponseNothingIsShown(string operation)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.TextAt("ticket") is { } token && !seen.Add(token)
                    ? ScriptedResponse.None(TransportFailureKind.Malformed)
                    : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(operation, ReplaysAtOnce.AgreeOnOne));
    }

    private static int Count(Dictionary<string, int> seen, string token) =>
        seen[token] = seen.GetValueOrDefault(token) + 1;
}
