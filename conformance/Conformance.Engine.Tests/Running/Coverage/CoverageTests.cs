using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Reference.NovaAct;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running.Coverage;

/// <summary>The report says of every constraint what was really sent to try it.</summary>
public sealed class CoverageTests
{
    private const string ModelId = "nova-act/CreateWorkflowRun/modelId/";

    [Fact]
    public async Task EveryConstraintOfTheRightTargetIsTriedInEveryClassThatExists()
    {
        // The smallest profile leaves out values that are only recorded.
        var report = await KitRuns.Of(NovaActBehaviour.Correct, options => options with { Profile = Profile.Standard });
        var constraints = report.Coverage.Select(c => $"{c.Operation}/{c.Member}/{c.Constraint}").ToList();
        Assert.Equal(constraints.Distinct(), constraints);
        Assert.Equal(Expected(), constraints.ToHashSet());
        var leftOut = report
            .Coverage.SelectMany(c => c.Classes.Select(k => (Of: c, Class: k)))
            .Where(x => x.Class.Standing == CoverageStanding.NotTried)
            .Select(x => $"{x.Of.Operation}/{x.Of.Member}/{x.Of.Constraint} {x.Class.Name}: {x.Class.WhyNone}");
        Assert.All(leftOut, says => Assert.EndsWith("no requirement is about such values by themselves", says));
    }

    [Fact]
    public async Task WhatCountsIsWhatWasSent()
    {
        var report = await Of(ModelId + "maxLength/rejected");
        var constraint = Assert.Single(report.Coverage);
        Assert.Equal(("maxLength", "has at most 100 characters"), (constraint.Constraint, constraint.Says));
        Assert.All(constraint.Classes, c => Assert.Equal(CoverageSide.Outside, c.Side));
        Assert.Equal(report.Verdicts.Single().Cases, constraint.Classes.Sum(c => c.Values));
        Assert.Contains("length-101", constraint.Classes.Single(c => c.Name == "one-beyond").Labels);
    }

    [Fact]
    public async Task ARequirementThatCouldNotBeTestedSaysWhyItsValuesWereNotTried()
    {
        var report = await KitRuns.Of(
            NovaActBehaviour.Correct,
            options =>
                options with
                {
                    Selection = options.Selection with { Ids = [ModelId + "maxLength/*"] },
                    Configuration = options.Configuration.WithUnsupported("nova-act", ModelId + "maxLength/rejected"),
                }
        );
        var classes = Assert.Single(report.Coverage).Classes;
        Assert.All(
            classes.Where(c => c.Side == CoverageSide.Inside && c.WhyNone is null),
            c => Assert.Equal(CoverageStanding.Tried, c.Standing)
        );
        Assert.Contains(classes, c => c.Side == CoverageSide.Outside);
        Assert.All(
            classes.Where(c => c.Side == CoverageSide.Outside),
            c => Assert.Equal((CoverageStanding.NotTried, 0), (c.Standing, c.Values))
        );
        Assert.Contains(classes, c => c.WhyNone?.Contains("declares it unsupported", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task ValuesInDisputeStandWithTheConstraintThatTheyDispute()
    {
        var report = await Of(ModelId + "disputed/observed");
        var classes = report.Coverage.SelectMany(c => c.Classes.Select(k => (c.Constraint, Class: k))).ToList();
        Assert.All(classes, c => Assert.Equal(CoverageSide.Disputed, c.Class.Side));
        Assert.Contains(classes, c => c is { Constraint: "maxLength", Class.Interpretation: "R4" });
        Assert.Superset(
            report.Observations.Select(o => o.Id.Split('/')[^1]).ToHashSet(),
            classes.SelectMany(c => c.Class.Labels).ToHashSet()
        );
    }

    private static Task<RunReport> Of(string only) =>
        KitRuns.Of(
            NovaActBehaviour.Correct,
            options => options with { Selection = Selection.All with { Ids = [only] } }
        );

    /// <summary>Constraints on members of requests that a requirement is about, from the requirements' own ids.</summary>
    private static HashSet<string> Expected() =>
        [
            .. KitRuns
                .Everything.First(p => p.Api.Name == "nova-act")
                .Requirements.Where(p => p.Facet is { Constraint: not null })
                .Select(p => $"{p.Operation.Id}/{p.Facet!.Member.Path}/{p.Facet.Constraint!.Keyword}"),
        ];
}
