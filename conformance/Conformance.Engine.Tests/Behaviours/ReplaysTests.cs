using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>The same token with the same parameters is the same request.</summary>
public sealed class ReplaysTests
{
    private const string Shelf = "PutShelf";
    private const string Loan = "Lend";

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task ReplaysThatGiveTheFirstResponsePass(string operation)
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(operation, Replays.GetTheFirstResponse)).Outcome);
        Assert.Equal(
            Outcome.Passed,
            (await new ScriptedLibrary().Run(operation, Replays.IgnoreTheBodysLayout)).Outcome
        );
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(operation, ReplaysAtOnce.AgreeOnOne)).Outcome);
    }

    [Theory]
    [InlineData(Shelf, "409 ")]
    [InlineData(Loan, "loanId loan-")]
    public async Task ATargetThatIgnoresTokensFails(string operation, string actual)
    {
        var target = new ScriptedLibrary { Token = _ => null };
        var finding = await target.Run(operation, Replays.GetTheFirstResponse);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith(actual, finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetThatForgetsTokensInTheLongRunFails()
    {
        var seen = new List<string>();
        var target = new ScriptedLibrary { Token = Remembered };
        using var scripted = target.Target();
        var test = await ScriptedLibrary.Bench(scripted, Loan, s => s with { Profile = Profile.Standard });
        var finding = await Replays.GetTheFirstResponse(test);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("after many others", finding.Evidence!.Case, StringComparison.Ordinal);

        // Ten tokens after the first it is not known any more, which the fourth round alone does not show.
        string? Remembered(string token)
        {
            if (!seen.Contains(token))
                seen.Add(token);
            return seen.Count - seen.IndexOf(token) > 10 ? null : token;
        }
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task TheStatusOfAReplayMayBeAnother(string operation)
    {
        var count = 0;
        var target = new ScriptedLibrary
        {
            Finish = (_, right) =>
                right.Status == 201
                    ? right with
                    {
                        Body = right.Body.Replace("CREATED", $"S{++count}").Replace("ACTIVE", $"S{++count}"),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Passed, (await target.Run(operation, Replays.GetTheFirstResponse)).Outcome);
    }

    [Fact]
    public async Task AReplayWithoutItsIdentifierFails()
    {
        var seen = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.Method == "PUT" && !seen.Add(r.Body) ? ScriptedResponse.Accepted : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Loan, Replays.GetTheFirstResponse)).Outcome);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(402)]
    public async Task AReplayThatMeetsALimitShowsNothing(int status)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.TextAt("ticket") is not null && !seen.Add(r.Body) ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(Loan, Replays.GetTheFirstResponse));
    }

    [Fact]
    public async Task WithoutAnIdentifierToCompareNothingIsShown()
    {
        var target = new ScriptedLibrary
        {
            Finish = (_, right) => right.Status == 201 ? ScriptedResponse.Accepted : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(Loan, Replays.GetTheFirstResponse));
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData(Loan)]
    public async Task ATargetThatComparesBodiesByteForByteFails(string operation)
    {
        var target = new ScriptedLibrary { Asked = body => body.ToJson() };
        Assert.Equal(Outcome.Failed, (await target.Run(operation, Replays.IgnoreTheBodysLayout)).Outcome);
    }

    [Theory]
    [InlineData(false, Outcome.Passed)]
    [InlineData(true, Outcome.Failed)]
    public async Task LoansAreCountedAndNotOnlyTheirIdentifiersCompared(bool lendsMore, Outcome outcome)
    {
        var finding = await new ScriptedLibrary { LendsInSilence = lendsMore }.Run(Loan, Replays.CreateNoSecond);
        Assert.Equal(outcome, finding.Outcome);
        if (lendsMore)
        {
            Assert.Equal("3 resources more", finding.Evidence!.Actual);
            Assert.Equal(CauseKind.SecondResource, finding.Cause!.Kind);
        }
    }

    [Fact]
    public async Task WhereLoansCanNotBeListedNothingIsShown()
    {
        var target = new ScriptedLibrary { LendsInSilence = true };
        using var scripted = target.Target();
        var test = await ScriptedLibrary.Bench(scripted, Loan, s => s with { Capabilities = Capabilities.None });
        var finding = await Replays.CreateNoSecond(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData("with a ticket that came before", Outcome.Failed)]
    [InlineData("always", Outcome.Passed)]
    [InlineData("as large", Outcome.Passed)]
    public async Task SpellingsThatAreNeverTakenShowNothing(string rejected, Outcome outcome)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
            {
                if (r.TextAt("ticket") is not { } ticket)
                    return right;
                var isRejected =
                    (rejected == "as large" && r.Body.EndsWith("  }", StringComparison.Ordinal))
                    || (
                        r.Body.Contains("\\u00", StringComparison.Ordinal)
                        && (rejected == "always" || seen.Contains(ticket))
                    );
                seen.Add(ticket);
                return isRejected ? ScriptedResponse.Rejected : right;
            },
        };
        Assert.Equal(outcome, (await target.RunAll(Loan, Replays.IgnoreTheBodysLayout)).Outcome);
    }
}
