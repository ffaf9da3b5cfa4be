using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Requests;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>What a run comes to where the configuration does not say what exists on the target.</summary>
public sealed class MissingFixtureTests
{
    private static readonly PlannedApi Planned = Samples.Planned;

    [Fact]
    public async Task WithoutRequiredFixturesNothingIsSentAndNothingIsHeldAgainstTheTarget()
    {
        var (report, requests) = await Run();
        Assert.Empty(requests);
        Assert.Null(report.InconclusiveBecause);
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.MissingFixture, v.Skip));
        Assert.Equal(3, Conclusion.Of(report).ExitCode);
    }

    [Fact]
    public async Task TheReasonNamesEachFixtureWhatItIsAndWhereItBelongs()
    {
        var (report, _) = await Run(("inputs[].node", "\"N\""));
        Assert.All(
            report.Verdicts.Where(v => v.Requirement.Operation == "Ask" && v.Requirement.Member == "flow"),
            v =>
                Assert.Equal(
                    "it needs what only the configuration can name; write under apis.sample.fixtures: "
                        + "flow (a flow that exists on the target), such as FLOW",
                    v.Reason
                )
        );
        Assert.Contains(
            report.Verdicts,
            v =>
                v.Reason!.EndsWith(
                    "such as FLOW; layers (a layers that exists on the target)",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task OnlyWhatHangsOnTheMissingOneIsSkippedForIt()
    {
        var (report, requests) = await Run(("flow", "\"FLOW\""), ("inputs[].node", "\"N\""), ("layers", "[\"a\"]"));
        Assert.NotEmpty(requests);
        Assert.Equal(
            Planned
                .Requirements.Where(r => r.Needs.Contains("inputs[].port") || r.Needs.Contains("instance"))
                .Select(Id),
            report.Verdicts.Where(v => v.Skip == SkipReason.MissingFixture).Select(v => v.Requirement.Id)
        );
    }

    [Fact]
    public async Task WhatIsDeclaredUnsupportedNeedsNoFixture()
    {
        var (report, _) = await Run(new UnsupportedOperations(["sample/*"]), []);
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.Unsupported, v.Skip));
    }

    [Fact]
    public async Task ATargetOfWhichNothingCanBeAskedIsTakenToBeThere()
    {
        using var target = new Taking();
        var session = target.Session(Planned);
        Assert.True(await Preflight.IsThere(session, TestContext.Current.CancellationToken));
        Assert.Empty(target.Requests);
    }

    private static string Id(PlannedRequirement planned) => planned.Requirement.Id;

    private static Task<(RunReport, IReadOnlyList<(string, string)>)> Run(params (string, string)[] fixtures) =>
        Run(UnsupportedOperations.None, fixtures);

    private static async Task<(RunReport, IReadOnlyList<(string, string)>)> Run(
        UnsupportedOperations unsupported,
        (string, string)[] fixtures
    )
    {
        using var target = new Taking();
        var options = new RunOptions
        {
            Target = new Uri("http://127.0.0.1:1/"),
            RunId = "sample",
            Profile = Profile.Smoke,
            Handler = target,
            Configuration = new RunConfiguration
            {
                Apis = ImmutableDictionary<string, ApiConfiguration>.Empty.Add(
                    "sample",
                    new ApiConfiguration { Fixtures = Taking.Of(fixtures), Unsupported = unsupported }
                ),
            },
        };
        var report = await new Runner(options).Run([Planned], TestContext.Current.CancellationToken);
        return (report, target.Requests);
    }
}
