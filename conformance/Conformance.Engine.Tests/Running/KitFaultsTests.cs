using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>A fault of the kit takes nothing with it that was found before, beside or after it, and accuses nobody.</summary>
public sealed class KitFaultsTests
{
    private readonly List<KitFailed> told = [];

    [Fact]
    public async Task AFaultOfOneRequirementIsItsOwn()
    {
        using var target = new ScriptedTarget(Things.Response);
        var report = await Run(target, Of("sample", Planned("a"), Planned("b", Fails), Planned("c")));
        Assert.Equal([Outcome.Passed, Outcome.Errored, Outcome.Passed], report.Verdicts.Select(v => v.Outcome));
        Assert.Equal("testing sample/b", Assert.Single(told).Doing);
        AssertInconclusiveForTheKit(report);
    }

    [Fact]
    public async Task AFaultBesideAVerdictLeavesTheVerdictAndTheOthers()
    {
        using var target = new ScriptedTarget(Things.Response);
        var report = await Run(target, e => e is RequirementJudged { Requirement.Id: "sample/b" }, Three());
        Assert.Equal(3, report.Verdicts.Count(v => v.Outcome == Outcome.Passed));
        AssertInconclusiveForTheKit(report);
    }

    [Fact]
    public async Task AFaultInCleaningUpLeavesTheVerdictsAndSaysThatSomethingMayBeLeft()
    {
        using var target = new ScriptedTarget(Things.Response);
        var report = await Run(target, e => e is CleaningUp, Three());
        Assert.All(report.Verdicts, v => Assert.Equal(Outcome.Passed, v.Outcome));
        Assert.Contains(report.Notes, note => note.Contains("may be left on the target", StringComparison.Ordinal));
        AssertInconclusiveForTheKit(report);
    }

    [Fact]
    public async Task AFaultInCountingWhatWasTriedLeavesTheVerdicts()
    {
        using var target = new ScriptedTarget(Things.Response);
        var report = await Run(target, null, o => o with { ReportsCoverage = true }, Uncountable());
        Assert.Equal(Outcome.Passed, Assert.Single(report.Verdicts).Outcome);
        Assert.Empty(report.Coverage);
        Assert.StartsWith("counting what was tried", Assert.Single(told).Doing, StringComparison.Ordinal);
        AssertInconclusiveForTheKit(report, nameof(NullReferenceException));
    }

    [Fact]
    public async Task AFaultOfOneApiLeavesTheOthers()
    {
        using var target = new ScriptedTarget(Things.Response);
        var isFirst = true;
        var report = await Run(
            target,
            e => e is TargetContacted && isFirst && !(isFirst = false),
            Of("first", Planned("a", api: "first")),
            Of("second", Planned("b", api: "second"))
        );
        Assert.Equal([Outcome.Errored, Outcome.Passed], report.Verdicts.Select(v => v.Outcome));
        AssertInconclusiveForTheKit(report);
    }

    [Fact]
    public async Task AFailureOfTheTargetCountsBesideAFaultOfTheKit()
    {
        using var target = new ScriptedTarget(Things.Response);
        var evidence = new Evidence("a case", "400", "201", []);
        var report = await Run(
            target,
            e => e is CleaningUp,
            Of("sample", Planned("a", () => Task.FromResult(Finding.Failed(evidence))))
        );
        Assert.Equal(1, Conclusion.Of(report).ExitCode);
        Assert.Contains("the kit failed", report.IncompleteBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInterruptedRunSaysHowFarItCame()
    {
        using var target = new ScriptedTarget(Things.Response);
        using var cancel = new CancellationTokenSource();
        var planned = Of("sample", Planned("a"), Planned("b", Interrupts), Planned("c"));
        var report = await new Runner(target.Options()).Run([planned], cancel.Token);
        Assert.Equal("it was interrupted after 1 of 3 requirements were judged.", report.IncompleteBecause);

        async Task<Finding> Interrupts()
        {
            await cancel.CancelAsync();
            throw new OperationCanceledException(cancel.Token);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CredentialsThatCannotBeReadShowBeforeAnythingIsSent(bool isRun)
    {
        using var target = new ScriptedTarget(Things.Response);
        ImmutableArray<PlannedApi> catalog =
        [
            Of("first", Planned("a", api: "first")),
            Of("second", Planned("b", api: "second")),
        ];
        var options = target.Options() with
        {
            EnvironmentVariable = _ => null,
            Configuration = new RunConfiguration
            {
                Apis = RunConfiguration.NoApis.Add(
                    "second",
                    new() { Auth = new HeaderConfiguration("X-Key", "", new("NOT_SET", null)) }
                ),
            },
        };
        var runner = new Runner(options);
        var problem = await Assert.ThrowsAsync<ConfigurationException>(async () =>
        {
            runner.Check(isRun ? catalog[..1] : catalog);
            await runner.Run(catalog, TestContext.Current.CancellationToken);
        });
        Assert.Contains("NOT_SET", problem.Message, StringComparison.Ordinal);
        Assert.Empty(target.Requests);
    }

    private static void AssertInconclusiveForTheKit(RunReport report, string fault = "FormatException: of the kit")
    {
        var conclusion = Conclusion.Of(report);
        Assert.Equal(3, conclusion.ExitCode);
        Assert.Contains($"the kit failed: {fault}", conclusion.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", conclusion.Says, StringComparison.Ordinal);
    }

    private static PlannedApi Three() => Of("sample", Planned("a"), Planned("b"), Planned("c"));

    /// <summary>One whose facet can't be counted, since its member is of no operation.</summary>
    private static PlannedApi Uncountable()
    {
        var planned = Planned("a") with { Facet = new Facet(null!, null, Side.Inside) };
        return Of("sample", planned);
    }

    private static PlannedRequirement Planned(string id, Func<Task<Finding>>? run = null, string api = "sample") =>
        new(
            new Requirement($"{api}/{id}", api, "Put", RequirementGroup.State, Level.Must, [], "It is.", []),
            Things.Put with
            {
                Api = api,
            },
            _ => run?.Invoke() ?? Task.FromResult(Finding.Passed(1))
        );

    private static Task<Finding> Fails() => throw new FormatException("of the kit");

    private static PlannedApi Of(string api, params PlannedRequirement[] planned) =>
        new(Made.Api(Things.Put, Things.Delete) with { Name = api }, new ApiModule(api, []), [.. planned]);

    private Task<RunReport> Run(ScriptedTarget target, params PlannedApi[] catalog) => Run(target, null, catalog);

    private Task<RunReport> Run(ScriptedTarget target, Func<RunEvent, bool>? fails, params PlannedApi[] catalog) =>
        Run(target, fails, options => options, catalog);

    private Task<RunReport> Run(
        ScriptedTarget target,
        Func<RunEvent, bool>? fails,
        Func<RunOptions, RunOptions> change,
        params PlannedApi[] catalog
    ) =>
        new Runner(change(target.Options()), new Failing(fails ?? (_ => false), told)).Run(
            [.. catalog],
            TestContext.Current.CancellationToken
        );

    private sealed class Failing(Func<RunEvent, bool> fails, List<KitFailed> told) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            if (value is KitFailed failed)
                told.Add(failed);
            else if (fails(value))
                throw new FormatException("of the kit");
        }
    }
}
