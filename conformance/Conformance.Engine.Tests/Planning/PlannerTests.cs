using System.Text.RegularExpressions;
using Conformance.Apis;
using Conformance.Apis.NovaAct;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Planning;

public sealed partial class PlannerTests
{
    private static readonly ImmutableArray<PlannedApi> Everything = Catalog.Load();
    private static readonly ImmutableArray<Requirement> All =
    [
        .. Everything.SelectMany(api => api.Requirements).Select(planned => planned.Requirement),
    ];
    private static readonly Api NovaAct = Everything.First(planned => planned.Api.Name == "nova-act").Api;

    [Fact]
    public void EveryBehaviourOfTheRegisterIsARequirement() =>
        Assert.All(
            Everything.SelectMany(planned =>
                planned.Api.Behaviours.Select(b => $"{planned.Api.Name}/{b.Operation}/{b.Id}")
            ),
            id => Assert.Single(All, requirement => requirement.Id == id)
        );

    [Fact]
    public void EveryDocumentedOperationIsTested() =>
        Assert.All(
            Everything.SelectMany(planned => planned.Api.Documented),
            operation => Assert.Contains(All, requirement => requirement.Operation == operation.Id)
        );

    [Fact]
    public void EveryMemberOfARequestIsTested() =>
        Assert.All(
            Everything.SelectMany(planned => planned.Api.Documented),
            operation =>
                Assert.All(
                    operation.RequestMembers().Where(member => !member.Constraints.IsEmpty),
                    member => Assert.Contains(All, r => r.Operation == operation.Id && r.Member == member.Path)
                )
        );

    [Fact]
    public void NoScenarioIsThereTwice() =>
        Assert.Distinct(NovaActModule.Module.Scenarios.Select(scenario => (scenario.Operation, scenario.Behaviour)));

    [Fact]
    public void ABehaviourWithoutAScenarioIsRefusedWhereItStands()
    {
        var module = NovaActModule.Module;
        var lacking = module with { Scenarios = module.Scenarios.RemoveAt(0) };
        var refused = Assert.Throws<SchemaException>(() => Planner.Plan(NovaAct, lacking));
        Assert.EndsWith("register.json", refused.File, StringComparison.Ordinal);
        Assert.Contains($"\"{module.Scenarios[0].Behaviour}\"", refused.Problem, StringComparison.Ordinal);
        Assert.True(refused.Line > 1);
    }

    [Fact]
    public void ABehaviourOfAnOperationThatLacksWhatItTakesIsRefused()
    {
        var misplaced = NovaAct.Behaviours.First() with
        {
            Id = "uri/decoded-once",
            Scenario = "uri/decoded-once",
            Operation = "CreateWorkflowDefinition",
        };
        var refused = Assert.Throws<SchemaException>(() =>
            Planner.Plan(NovaAct with { Behaviours = [misplaced] }, ApiModule.None("nova-act"))
        );
        Assert.Contains("expected an operation with a member in its path", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ATestWithoutABehaviourIsRefused()
    {
        var module = NovaActModule.Module;
        var stray = new Scenario("nowhere/registered", _ => Task.FromResult(Finding.Passed(1)))
        {
            Operation = "CreateWorkflowRun",
        };
        var refused = Assert.Throws<InvalidOperationException>(() =>
            Planner.Plan(NovaAct, module with { Scenarios = module.Scenarios.Add(stray) })
        );
        Assert.Contains("nowhere/registered of CreateWorkflowRun", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IdsAreUniqueAndOrdered()
    {
        Assert.Distinct(All.Select(requirement => requirement.Id), StringComparer.OrdinalIgnoreCase);
        Assert.All(
            Everything.Select(planned => planned.Requirements.Select(r => r.Requirement.Id)),
            ids => Assert.Equal(ids.Order(StringComparer.Ordinal), ids)
        );
    }

    [Fact]
    public void IdsAreMadeOfNames() =>
        Assert.All(
            All,
            requirement =>
            {
                Assert.Matches(Names(), requirement.Id);
                Assert.StartsWith(
                    $"{requirement.Api}/{requirement.Operation}/",
                    requirement.Id,
                    StringComparison.Ordinal
                );
            }
        );

    [Fact]
    public void EverySentenceIsOne() =>
        Assert.All(
            All,
            requirement =>
            {
                Assert.EndsWith(".", requirement.Says, StringComparison.Ordinal);
                Assert.False(requirement.Says.EndsWith("..", StringComparison.Ordinal), requirement.Says);
                Assert.True(BeginsAsASentence(requirement), $"{requirement.Id}: {requirement.Says}");
            }
        );

    [Fact]
    public void EverySentenceNamesItsSubjectInStandardTerms() =>
        Assert.All(All, requirement => Assert.DoesNotMatch(UnclearWords(), requirement.Says));

    [Fact]
    public void EveryMustCitesADocument() =>
        Assert.All(
            All.Where(requirement => requirement.Level == Level.Must),
            requirement => Assert.True(requirement.Sources.Any(s => s.IsNormative), requirement.Id)
        );

    [Fact]
    public void EveryRequirementHasASourceAndAGroup() =>
        Assert.All(All, requirement => Assert.True(requirement is { Sources.IsEmpty: false, Group.Name.Length: > 0 }));

    [Fact]
    public void EveryInterpretationIsRegistered() =>
        Assert.All(
            Everything.SelectMany(planned => planned.Requirements, (p, r) => (p.Api, r.Requirement)),
            of =>
                Assert.Subset(
                    of.Api.Interpretations.Select(r => r.Id).ToHashSet(),
                    of.Requirement.Interpretations.ToHashSet()
                )
        );

    private static bool BeginsAsASentence(Requirement requirement) =>
        char.IsAsciiLetterUpper(requirement.Says[0])
        || requirement.Id.Split('/').Any(name => requirement.Says.StartsWith(name + " ", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^(What|Who|Whoever|It|How|That)\b|\b(refus(e|es|ed|al)|answers?|answered|prove[sd]?|twin|breach(es)?|small letters)\b|\bis there\b"
    )]
    private static partial Regex UnclearWords();

    [GeneratedRegex(@"\A[a-z]+(?:-[a-z]+)*/[A-Z][A-Za-z]+(?:/[A-Za-z][A-Za-z0-9.\[\]-]*)+\z")]
    private static partial Regex Names();
}
