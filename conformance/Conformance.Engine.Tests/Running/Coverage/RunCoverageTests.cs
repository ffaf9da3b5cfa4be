using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Running.Coverage;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running.Coverage;

/// <summary>What a run tried of the values that each constraint tells apart.</summary>
public sealed class RunCoverageTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Min(2), Made.Max(9)),
        Made.Text("note", Made.Optional, Made.Max(5)),
        Made.Member(
            "tags",
            JsonKind.Array,
            Made.Required,
            new MinItems(1, Level.Must, Made.At(7)),
            new MaxItems(3, Level.Must, Made.At(8))
        ) with
        {
            Members = [Made.Text("tags[]")],
        }
    );

    private static readonly PlannedApi Planned = PlannedApi.Of(Made.Api(Put), new ApiModule("sample", []));

    [Fact]
    public async Task EveryConstraintOfARunIsTriedInTheOrderOfTheSchema()
    {
        var coverage = await Of("*");
        Assert.Equal(
            [
                "name type",
                "name required",
                "name minLength",
                "name maxLength",
                "note type",
                "note optional",
                "note maxLength",
                "tags type",
                "tags required",
                "tags minItems",
                "tags maxItems",
                "tags[] type",
            ],
            coverage.Select(c => $"{c.Member} {c.Constraint}")
        );
        Assert.All(coverage, c => Assert.Contains(c.Classes, k => k.Standing == CoverageStanding.Tried));
    }

    [Fact]
    public async Task OnlyTheSidesThatTheRunIsAboutAreShown()
    {
        var coverage = Assert.Single(await Of("*/note/maxLength/rejected"));
        Assert.Equal(("note", "maxLength"), (coverage.Member, coverage.Constraint));
        Assert.All(coverage.Classes, c => Assert.Equal(CoverageSide.Outside, c.Side));
        Assert.Equal("has at most 5 characters", coverage.Says);
        var inside = Assert.Single(await Of("*/note/maxLength/accepted"));
        Assert.All(inside.Classes, c => Assert.Equal(CoverageSide.Inside, c.Side));
        var both = Assert.Single(await Of("*/note/maxLength/*"));
        Assert.Equal(coverage.Classes.Length + inside.Classes.Length, both.Classes.Length);
    }

    [Theory]
    [InlineData("*/name/required/rejected", CoverageSide.Outside)]
    [InlineData("*/note/optional/accepted", CoverageSide.Inside)]
    public async Task ToLeaveAMemberOutIsAClassOfItsOwn(string id, CoverageSide side)
    {
        var classes = Assert.Single(await Of(id)).Classes;
        var missing = Assert.Single(classes, c => c.Name == "missing");
        Assert.Equal((side, CoverageStanding.Tried, 1), (missing.Side, missing.Standing, missing.Values));
        Assert.DoesNotContain(classes, c => c.Side == CoverageSide.Inside && c.Name != "missing");
    }

    [Fact]
    public async Task ASideThatNoRequirementOfTheKitIsAboutIsShownAsNotTried()
    {
        var known = Made.Member("known", JsonKind.Array, Made.Required, new MaxItems(3, Level.Must, Made.At(7))) with
        {
            Members = [Made.Text("known[]") with { IsLookedUp = true }],
        };
        var planned = PlannedApi.Of(Made.Api(Made.Operation(known)), Planned.Module);
        var classes = Assert.Single(await Of("*/known/maxItems/rejected", planned)).Classes;
        var inside = classes.Where(c => c.Side == CoverageSide.Inside).ToList();
        Assert.NotEmpty(inside);
        Assert.All(inside, c => Assert.Equal((CoverageStanding.NotTried, 0), (c.Standing, c.Values)));
    }

    [Fact]
    public async Task TheOneLegalNumberOfItemsIsTriedByEveryRequest()
    {
        var pair = Made.Member(
            "pair",
            JsonKind.Array,
            Made.Required,
            new MinItems(2, Level.Must, Made.At(7)),
            new MaxItems(2, Level.Must, Made.At(8))
        ) with
        {
            Members = [Made.Text("pair[]")],
        };
        var planned = PlannedApi.Of(Made.Api(Made.Operation(pair)), Planned.Module);
        Assert.All(
            await Of("*/pair/*Items/*", planned),
            c => Assert.DoesNotContain(c.Classes, k => k.Side == CoverageSide.Inside)
        );
    }

    [Fact]
    public async Task ValuesInDisputeStandWithTheConstraintsThatTheyDispute()
    {
        var coverage = await Of("*/note/disputed/observed");
        Assert.All(coverage.SelectMany(c => c.Classes), c => Assert.Equal(CoverageSide.Disputed, c.Side));
        Assert.Contains(coverage, c => c.Constraint == "maxLength" && c.Classes.Any(k => k.Interpretation == "R4"));
        Assert.Contains(coverage, c => c.Constraint == "optional" && c.Classes.Any(k => k.Interpretation == "R8"));
        Assert.DoesNotContain(coverage, c => c.Member != "note");
    }

    [Fact]
    public async Task WhereOnlyDisputesAreTriedNoOtherSideIsShown()
    {
        var implied = Made.Member("size", JsonKind.Integer) with
        {
            Constraints = [new TypeIs(JsonKind.Integer, Level.May, Made.At(9))],
        };
        var planned = PlannedApi.Of(Made.Api(Made.Operation(implied)), Planned.Module);
        Assert.All(
            Assert.Single(await Of("*/size/disputed/observed", planned)).Classes,
            c => Assert.Equal(CoverageSide.Disputed, c.Side)
        );
        Assert.Contains(
            Assert.Single(await Of("*/size/type/accepted", planned)).Classes,
            c => c is { Side: CoverageSide.Outside, Standing: CoverageStanding.NotTried }
        );
    }

    [Fact]
    public async Task LegalLengthsOfANameThatHasToExistAreNobodysToTry()
    {
        var known = Made.Text("flow", Made.Required, Made.Max(5)) with { Role = MemberRole.Known };
        var planned = PlannedApi.Of(Made.Api(Made.Operation(known)), Planned.Module);
        using var target = new ScriptedTarget(_ => ScriptedResponse.Accepted);
        var classes = Assert.Single(await Of(target, "*/flow/maxLength/*", planned, ("flow", "\"F\""))).Classes;
        Assert.Contains(classes, c => c is { Side: CoverageSide.Outside, Standing: CoverageStanding.Tried });
        Assert.Contains(classes, c => c.Side == CoverageSide.Inside);
        Assert.All(
            classes.Where(c => c.Side == CoverageSide.Inside),
            c => Assert.NotEqual(CoverageStanding.Tried, c.Standing)
        );
    }

    [Fact]
    public async Task WhatWasNotTriedSaysWhyNot()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.NotFound);
        var classes = Assert.Single(await Of(target, "*/note/maxLength/rejected", Planned)).Classes;
        Assert.All(
            classes.Where(c => c.Standing == CoverageStanding.NotTried),
            c => Assert.Contains("its requirement was skipped", c.WhyNone, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(classes, c => c.Standing == CoverageStanding.Tried);
    }

    private static async Task<ImmutableArray<ConstraintCoverage>> Of(string glob, PlannedApi? planned = null)
    {
        using var target = new ScriptedTarget(_ => ScriptedResponse.Accepted);
        return await Of(target, glob, planned ?? Planned);
    }

    /// <summary>The coverage of the requirements that the glob selects, against this target.</summary>
    private static async Task<ImmutableArray<ConstraintCoverage>> Of(
        ScriptedTarget target,
        string glob,
        PlannedApi planned,
        params (string, string)[] fixtures
    )
    {
        var session = target.Session(planned.Api, fixtures);
        var check = new RequirementCheck(session, target.Time);
        var trials = new List<Trial>();
        foreach (var requirement in planned.Requirements.Where(r => RequirementGlob.Matches(glob, r.Requirement.Id)))
        {
            var result = await check.Judge(requirement, TestContext.Current.CancellationToken);
            trials.Add(new Trial(requirement, result.Verdict, result.Tried));
        }
        return RunCoverage.Of(session, planned.Requirements, trials);
    }
}
