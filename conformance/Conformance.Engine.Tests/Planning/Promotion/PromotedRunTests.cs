using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.Reports.Corpus;

namespace Conformance.Engine.Tests.Planning.Promotion;

/// <summary>What chance found once is found again by the first cases, whatever the seed.</summary>
public sealed class PromotedRunTests
{
    private const string Accepted = "nova-act/CreateWorkflowRun/logGroupName/pattern/accepted";
    private const string Rare = "Xq";

    /// <summary>Rejects a log group that holds two letters in a row of which hardly any has them.</summary>
    private static readonly NovaActBehaviour RejectsOddLogGroups = NovaActBehaviour.Correct with
    {
        Run = NovaActBehaviour.Correct.Run with
        {
            LogGroupName = NovaActBehaviour.Correct.Run.LogGroupName with
            {
                Check = v =>
                    v.Contains(Rare, StringComparison.Ordinal)
                        ? "no such letters"
                        : NovaActBehaviour.Correct.Run.LogGroupName.Check(v),
            },
        },
    };

    [Fact]
    public async Task AFailureThatChanceFoundIsFoundAgainByTheFirstCaseOfTheSmallestProfile()
    {
        var found = await KitRuns.Of(
            RejectsOddLogGroups,
            o => o with { Profile = Profile.Nightly, Seed = 5, Selection = Only }
        );
        var verdict = Assert.Single(found.Verdicts);
        Assert.Equal((Outcome.Failed, $"\"{Rare}\""), (verdict.Outcome, verdict.Evidence?.SmallestValue));
        var promoted = PromotedCase.Of(found, verdict)!;

        var seed = await SeedThatDoesNotFindIt();
        var order = new Order();
        var again = await KitRuns.Of(
            RejectsOddLogGroups,
            o => With(promoted)(o) with { Seed = seed, Parallelism = 1 },
            order
        );
        var failed = again.Verdicts.Single(v => v.Outcome == Outcome.Failed);
        Assert.Equal(Accepted, failed.Requirement.Id);
        Assert.Contains("a promoted case", failed.FailedCases[0], StringComparison.Ordinal);
        Assert.Equal(Accepted, order.Judged[0]);
        Assert.InRange(order.AfterRequests ?? 0, 1, 20);
        Assert.Contains("1 promoted case of cases.json came first.", again.Notes);
        Assert.Contains(
            again.Coverage.Single(c => c is { Member: "logGroupName", Constraint: "pattern" }).Classes,
            c => c is { Name: Case.PromotedKind, Side: CoverageSide.Inside, Values: 1 }
        );
    }

    [Fact]
    public async Task ARightTargetPassesWithPromotedNamesAndTokensRunAfterRun()
    {
        PromotedCase[] cases =
        [
            new("nova-act/CreateWorkflowDefinition/name/pattern/accepted", "\"earliernamethatlasts\""),
            new("nova-act/CreateWorkflowDefinition/name/maxLength/accepted", "\"earliernamethatlasts\""),
            new("nova-act/CreateWorkflowRun/clientToken/pattern/accepted", $"\"{new string('t', 40)}\""),
            new("nova-act/CreateWorkflowRun/workflowDefinitionName/pattern/accepted", "\"earlierpath\""),
            new("nova-act/CreateWorkflowRun/clientToken/pattern/rejected", $"\"{new string('t', 40)}-\""),
        ];
        await using var server = await Conformance.Reference.ReferenceServer.StartAsync(
            new(),
            TestContext.Current.CancellationToken
        );
        foreach (var runId in new[] { "first1", "secnd2" })
        {
            var report = await KitRuns.OfNovaAct(
                server.BaseAddress,
                o => o with { RunId = runId, Promoted = new PromotedFile("cases.json", [.. cases]) }
            );
            Assert.True(report.ExitCode() == 0, report.NotPassed());
            Assert.Empty(report.Ids(Outcome.Failed));
        }
    }

    [Fact]
    public async Task PromotedCasesMakeTheSameRequestsHoweverManyAtOnce()
    {
        var promoted = new PromotedCase(Accepted, "\"Xq\"");
        var one = await KitRuns.Of(NovaActBehaviour.Correct, o => With(promoted)(o) with { Parallelism = 1 });
        var other = await KitRuns.Of(NovaActBehaviour.Correct, o => With(promoted)(o) with { RunId = "k3x9qd" });
        var none = await KitRuns.Of(NovaActBehaviour.Correct, o => o with { Seed = 99 });
        Assert.Equal(one.RequestsDigest, other.RequestsDigest);
        Assert.NotEqual(none.RequestsDigest, one.RequestsDigest);
    }

    /// <summary>A seed of which the smallest profile passes the wrong target: chance finds it with some.</summary>
    private static async Task<long> SeedThatDoesNotFindIt()
    {
        for (var seed = 99; ; seed++)
        {
            var report = await KitRuns.Of(RejectsOddLogGroups, o => o with { Seed = seed, RunId = "other1" });
            if (report.Ids(Outcome.Failed).IsEmpty)
                return seed;
        }
    }

    private static Selection Only => Selection.All with { Ids = [Accepted] };

    private static Func<RunOptions, RunOptions> With(PromotedCase promoted) =>
        options => options with { Seed = 99, RunId = "other1", Promoted = new PromotedFile("cases.json", [promoted]) };

    private sealed class Order : IProgress<RunEvent>
    {
        private readonly List<RequirementJudged> _judged = [];

        public IReadOnlyList<string> Judged => [.. _judged.Select(j => j.Requirement.Id)];

        public int? AfterRequests => _judged.Select(j => j.FailedAfterRequests).FirstOrDefault(n => n is not null);

        public void Report(RunEvent value)
        {
            lock (_judged)
                if (value is RequirementJudged judged)
                    _judged.Add(judged);
        }
    }
}
