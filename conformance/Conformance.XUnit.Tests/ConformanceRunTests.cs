using Conformance.Apis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.XUnit.Rows;
using Conformance.XUnit.Tests.Targets;

namespace Conformance.XUnit.Tests;

public sealed class ConformanceRunTests
{
    [Fact]
    public async Task ATargetBehindAHandlerIsTestedWithoutANetwork()
    {
        await using var run = await Run<BehindAHandler>();
        Assert.Equal("http://in-process.invalid/", run.Report.Target.Url);
        Assert.Equal(0, Conclusion.Of(run.Report).ExitCode);
        Assert.DoesNotContain(run.Report.Verdicts, v => v.Outcome is Outcome.Failed or Outcome.Errored);
        Assert.Contains(run.Report.Notes, note => note.Contains("inside the test process", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnApplicationInTheInMemoryHostOfAspNetCoreIsTestedAndWhatTheHostCantTakeIsSkipped()
    {
        await using var run = await Run<InMemory>();
        Assert.Equal(
            [Outcome.Passed, Outcome.Passed, Outcome.Skipped],
            run.Report.Verdicts.Select(verdict => verdict.Outcome)
        );
        var skipped = run.Report.Verdicts[2];
        Assert.Equal(SkipReason.NotApplicable, skipped.Skip);
        Assert.Contains("a NUL", skipped.Reason, StringComparison.Ordinal);
        Assert.True(skipped.Requests > 3, "the other values are tried all the same, as they may show a failure");
    }

    [Fact]
    public async Task ATargetBehindAClientIsTestedAndItsRowsPromiseNoCommandThatCantWork()
    {
        await using var run = await Run<BehindAClient>();
        Assert.Equal("http://in-process.invalid/", run.Report.Target.Url);
        var fails = Assert.IsType<RowResult.Fails>(
            RowVerdict.Of(run.Report, AcceptsTooLongName.TooLong, run.IsInProcess)
        );
        Assert.DoesNotContain("run-conformance.sh", fails.Message, StringComparison.Ordinal);
        Assert.Contains("repeat: dotnet test --filter", fails.Message, StringComparison.Ordinal);
        Assert.Contains("# the target was called in process", fails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestThatOnlyARawSocketSendsIsSkippedForATargetInProcessAndGoesNowhere()
    {
        await using var target = new BehindAHandler();
        await target.StartAsync(TestContext.Current.CancellationToken);
        var catalog = Catalog.Load();
        var planned = catalog
            .Single(c => c.Api.Name == "nova-act")
            .Requirements.First(r => r.Requirement.Id == AcceptsTooLongName.TooLong) with
        {
            Test = SendsWhatNoClientSends,
        };
        var options = new RunOptions
        {
            Target = target.Url!,
            RunId = "tests0",
            Handler = target.Handler,
        };
        ImmutableArray<PlannedApi> alone =
        [
            catalog.Single(c => c.Api.Name == "nova-act") with
            {
                Requirements = [planned],
            },
        ];
        var report = await new Runner(options).Run(alone, TestContext.Current.CancellationToken);
        var verdict = Assert.Single(report.Verdicts);
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable, 1), (verdict.Outcome, verdict.Skip, verdict.Requests));
        Assert.Contains("no handler carries such a request", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(3, Conclusion.Of(report).ExitCode);

        static async Task<Finding> SendsWhatNoClientSends(TestSession test)
        {
            var valid = test.Valid(test.Operation);
            await test.Send(valid, "the control request");
            var odd = valid with { Query = "ü=not-encoded" };
            await test.Send(odd, "octets beyond ASCII in the query");
            return Finding.Passed(1);
        }
    }

    [Fact]
    public async Task TheReportsFilesAreWrittenWhereTheTargetAsksForThem()
    {
        await using var run = await Run<WritesAReport>();
        string[] names = [ReportFiles.Html, ReportFiles.JUnit, ReportFiles.Results, ReportFiles.Summary];
        Assert.All(names, name => Assert.True(File.Exists(Path.Combine(run.Target.ReportDirectory!, name))));
        Directory.Delete(run.Target.ReportDirectory!, recursive: true);
    }

    [Fact]
    public async Task AFileThatCanNoLongerBeWrittenCostsNoVerdict()
    {
        await using var run = await Run<TakesThePlaceOfItsReport>();
        Assert.Equal(ReportFiles.Html, Assert.Single(run.Unwritten).Name);
        Assert.NotEmpty(run.Report.Verdicts);
        Directory.Delete(run.Target.ReportDirectory!, recursive: true);
    }

    [Fact]
    public async Task ADirectoryThatCanNotBeWrittenToIsRefusedBeforeTheRun()
    {
        await using var run = new ConformanceRun<WritesIntoAFile>();
        var problem = await Assert.ThrowsAsync<ConfigurationException>(() => run.InitializeAsync().AsTask());
        Assert.Contains("ReportDirectory", problem.Message, StringComparison.Ordinal);
        File.Delete(run.Target.ReportDirectory!);
    }

    [Fact]
    public async Task ATargetThatDoesNotStartIsStoppedOnce()
    {
        await using var run = new ConformanceRun<DoesNotStart>();
        await Assert.ThrowsAsync<IOException>(() => run.InitializeAsync().AsTask());
        await run.DisposeAsync();
        Assert.Equal(1, run.Target.Stops);
    }

    [Fact]
    public void ARunThatHasNotEndedHasNoReport()
    {
        var run = new ConformanceRun<DoesNotStart>();
        Assert.Throws<InvalidOperationException>(() => run.Report);
    }

    private static async Task<ConformanceRun<TTarget>> Run<TTarget>()
        where TTarget : ConformanceTarget, new()
    {
        var run = new ConformanceRun<TTarget>();
        await run.InitializeAsync();
        return run;
    }

    /// <summary>Once it is asked something, there is a directory where the page belongs.</summary>
    private sealed class TakesThePlaceOfItsReport : AcceptsTooLongName
    {
        private TakesAPlace? handler;

        public override Uri? Url => new("http://in-process.invalid/");

        public override HttpMessageHandler? Handler => handler;

        public override string? ReportDirectory { get; } = Directory.CreateTempSubdirectory("conformance-").FullName;

        public override async ValueTask StartAsync(CancellationToken cancel)
        {
            await base.StartAsync(cancel);
            var page = Path.Combine(ReportDirectory!, ReportFiles.Html);
            handler = new TakesAPlace(page) { InnerHandler = new LeadsTo(Address!) };
        }

        public override ValueTask DisposeAsync()
        {
            handler?.Dispose();
            return base.DisposeAsync();
        }
    }

    private sealed class TakesAPlace(string place) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            Directory.CreateDirectory(place);
            return base.SendAsync(request, stop);
        }
    }

    private sealed class WritesIntoAFile : AcceptsTooLongName
    {
        public override string? ReportDirectory { get; } = Path.GetTempFileName();
    }

    private sealed class WritesAReport : AcceptsTooLongName
    {
        public override string? ReportDirectory { get; } = Directory.CreateTempSubdirectory("conformance-").FullName;
    }
}
