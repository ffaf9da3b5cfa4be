using Conformance.Engine.Running.Coverage;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running.Coverage;

/// <summary>What was tried on one side of a constraint, class by class.</summary>
public sealed class SideCoverageTests
{
    private static readonly ValueClass Class = new("far", Side.Outside, "far beyond", ["far-1", "far-2"]);

    [Fact]
    public void WhereNoRequirementTriesTheSideNothingIsSaid() =>
        Assert.Empty(SideCoverage.Of(Side.Outside, [Class], []));

    [Fact]
    public void AClassIsTriedByTheValuesThatWereSent()
    {
        var coverage = Assert.Single(Of(Class, Trial(Sent("far-1", "abc"), Sent("far-2", "abcd"), Sent("far-1", "x"))));
        Assert.Equal((CoverageStanding.Tried, 2), (coverage.Standing, coverage.Values));
        Assert.Equal(["far-1", "far-2"], coverage.Labels);
        Assert.Equal(("\"abc\"", null), (coverage.Example, coverage.WhyNone));
        Assert.Equal(CoverageSide.Outside, coverage.Side);
    }

    [Fact]
    public void TheValuesOfSeveralRequirementsCountTogether() =>
        Assert.Equal(2, Assert.Single(Of(Class, Trial(Sent("far-1", "a")), Trial(Sent("far-2", "b")))).Values);

    [Fact]
    public void OnlyTheFirstLabelsAreNamedAndAllAreCounted()
    {
        var trial = Trial([.. Enumerable.Range(1, 20).Select(n => Sent($"far-{n}", "x"))]);
        var coverage = Assert.Single(Of(Class, trial));
        Assert.Equal((20, 8), (coverage.Values, coverage.Labels.Length));
    }

    [Theory]
    [InlineData(57, false)]
    [InlineData(58, false)]
    [InlineData(59, true)]
    public void ALongExampleIsCut(int length, bool isCut)
    {
        var example = Assert.Single(Of(Class, Trial(Sent("far-1", new string('x', length))))).Example!;
        Assert.Equal(isCut, example.EndsWith('…'));
        Assert.InRange(example.Length, 0, 61);
    }

    [Fact]
    public void ACutExampleHoldsNoHalfCharacter()
    {
        var text = new string('x', 58) + "😀 and more";
        var example = Assert.Single(Of(Class, Trial(Sent("far-1", text)))).Example!;
        Assert.Equal($"\"{new string('x', 58)}…", example);
    }

    [Fact]
    public void WhereNoSuchValueExistsTheSchemaSaysWhy()
    {
        var none = Class with { WhyNone = "such a value is legal" };
        var coverage = Assert.Single(Of(none, Trial()));
        Assert.Equal((CoverageStanding.NoSuchValue, 0), (coverage.Standing, coverage.Values));
        Assert.Equal("such a value is legal", coverage.WhyNone);
    }

    [Fact]
    public void WhyAClassWasLeftOutIsToldByWhoKnowsBest()
    {
        var left = new TriedValues();
        left.NoteLeftOut(Made.Case(Rejecting.Note, "x") with { Sample = Sample("far-1", "x") }, "it can't be sent");
        Assert.Equal("it can't be sent", WhyNone(Trial(Outcome.Skipped, "skipped", left)));
        var some = new TriedValues();
        some.NoteNoOthers("only some are tried");
        Assert.Equal("only some are tried", WhyNone(Trial(Outcome.Passed, null, some)));
        Assert.Contains("skipped: because", WhyNone(Trial(Outcome.Skipped, "because", null)), StringComparison.Ordinal);
        Assert.Contains("errored: because", WhyNone(Trial(Outcome.Errored, "because", null)), StringComparison.Ordinal);
        Assert.DoesNotContain("because", WhyNone(Trial(Outcome.Failed, "because", new())), StringComparison.Ordinal);
        Assert.InRange(WhyNone(Trial(Outcome.Skipped, new string('x', 500), null)).Length, 200, 201);
    }

    [Theory]
    [InlineData(Side.Inside, 1)]
    [InlineData(Side.Outside, 1)]
    [InlineData(Side.Disputed, 0)]
    public void WhatWasSentBeyondTheKnownClassesIsAClassOfItsOwnUnlessItIsDisputed(Side side, int others)
    {
        var coverage = SideCoverage.Of(side, [Class with { Side = side }], [Trial(Sent("new", "x"))]).ToList();
        Assert.Equal(1 + others, coverage.Count);
        Assert.Equal(CoverageStanding.NotTried, coverage[0].Standing);
        Assert.All(
            coverage.Skip(1),
            c => Assert.Equal(("new", CoverageStanding.Tried, 1), (c.Name, c.Standing, c.Values))
        );
    }

    [Fact]
    public void AClassThatNoRequirementOfTheKitIsAboutIsNotTried()
    {
        Assert.Equal(CoverageStanding.NotTried, SideCoverage.Untested(Class).Standing);
        var none = SideCoverage.Untested(Class with { WhyNone = "none" });
        Assert.Equal((CoverageStanding.NoSuchValue, "none"), (none.Standing, none.WhyNone));
    }

    private static string WhyNone(Trial trial) => Assert.Single(Of(Class, trial)).WhyNone!;

    private static IEnumerable<ClassCoverage> Of(ValueClass @class, params List<Trial> trials) =>
        SideCoverage.Of(Side.Outside, [@class], trials);

    private static Case Sent(string label, string text) => Case.Setting(Rejecting.Note, Sample(label, text));

    private static Sample Sample(string label, string text) =>
        Made.Sample(text) with
        {
            Class = label,
            Kind = label.StartsWith("far", StringComparison.Ordinal) ? "far" : "",
        };

    private static Trial Trial(params ImmutableArray<Case> sent)
    {
        var tried = new TriedValues();
        foreach (var @case in sent)
            tried.NoteSent(@case, Seen.Response(400));
        return Trial(Outcome.Passed, null, tried);
    }

    private static Trial Trial(Outcome outcome, string? reason, TriedValues? tried)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var requirement = target.Bench(Rejecting.Put).Requirement;
        return new Trial(
            new PlannedRequirement(requirement, Rejecting.Put, _ => Task.FromResult(Finding.Passed(1))),
            new Verdict(requirement, outcome, reason, 1, 1, 1),
            tried
        );
    }
}
