using Conformance.Engine.Behaviours;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Planning;

/// <summary>Schemas × rules, and behaviours × scenarios: the requirements of an API.</summary>
internal static class Planner
{
    /// <summary>Every requirement of the API, ordered by id.</summary>
    /// <exception cref="InvalidOperationException">A behaviour has no test, a test no behaviour, or a need no fixture.</exception>
    public static ImmutableArray<PlannedRequirement> Plan(Api api, ApiModule module)
    {
        var fromRules = api.Documented.SelectMany(operation => RuleBook.All.SelectMany(rule => rule.On(operation)));
        var fromRegister = api.Behaviours.Select(behaviour =>
            Planned(api, module, behaviour) with
            {
                Rule = behaviour.Id,
            }
        );
        var planned = fromRules
            .Concat(fromRegister)
            .Concat(module.Further(api).Select(p => p with { TestedIn = p.TestedIn ?? SourcePlace.Of(p.Test) }))
            .Select(FixtureNeeds.OnFixtures)
            .OrderBy(p => p.Requirement.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        CheckBothWays(api, module);
        return planned;
    }

    private static PlannedRequirement Planned(Api api, ApiModule module, Behaviour behaviour)
    {
        var operation = api.Operation(behaviour.Operation);
        var requirement = new Requirement(
            $"{api.Name}/{behaviour.Operation}/{behaviour.Id}",
            api.Name,
            behaviour.Operation,
            Grouping.Of(behaviour),
            behaviour.Level,
            behaviour.Sources,
            behaviour.Says,
            behaviour.Interpretations
        );
        if (Robustness.Of(api.Protocol).FirstOrDefault(i => i.Behaviour == behaviour.Scenario) is { } invariant)
            return new PlannedRequirement(requirement, operation, test => Watched(test, invariant))
            {
                Watches = invariant,
                TestedIn = SourcePlace.Of(invariant.File, invariant.Line, invariant.IsBroken),
            };
        var scenario = ScenarioOf(api, module, behaviour, operation);
        return new PlannedRequirement(requirement, operation, scenario.Test)
        {
            Needs = scenario.Needs,
            // What is only recorded is recorded of ordinary requests.
            Across = requirement.Level == Level.May ? Across.None : scenario.Across,
            Responses = scenario.Responses?.Invoke(operation),
            RunsAlone = scenario.RunsAlone,
            RunsLast = scenario.RunsLast,
            Begins = scenario.Begins,
            TakesValue = scenario.TakesValue is { } problem ? value => problem(api, value) : null,
            TestedIn = SourcePlace.Of(scenario.File, scenario.Line, scenario.Test),
        };
    }

    private static Scenario ScenarioOf(Api api, ApiModule module, Behaviour behaviour, Operation operation)
    {
        var own = module.Scenarios.FirstOrDefault(s =>
            s.Operation == behaviour.Operation && s.Behaviour == behaviour.Scenario
        );
        if ((own ?? BehaviourBook.Find(behaviour.Scenario)) is not { } scenario)
            throw behaviour.Refuse(
                "scenario",
                $"a scenario among {string.Join(", ", Known(api, module, behaviour.Operation))}",
                $"\"{behaviour.Scenario}\"",
                "correct the id, or name in \"scenario\" the one that tests it"
            );
        return scenario.Lacks(api, operation) is { } lacking
            ? throw behaviour.Refuse(
                "operation",
                lacking,
                $"{operation.Id}, which has none",
                "add it to the operation, or remove the behaviour"
            )
            : scenario;
    }

    private static IEnumerable<string> Known(Api api, ApiModule module, string operation) =>
        module
            .Scenarios.Where(s => s.Operation == operation)
            .Concat(BehaviourBook.All)
            .Select(s => s.Behaviour)
            .Concat(Robustness.Of(api.Protocol).Select(i => i.Behaviour))
            .Order(StringComparer.Ordinal);

    private static Task<Finding> Watched(TestSession test, Invariant invariant)
    {
        var watch = test.Session.Watch;
        if (watch.BrokenAfterRequests(test.Operation.Id, invariant) is { } after)
            test.NoteFailure(after);
        return Task.FromResult(watch.Judge(test.Operation.Id, invariant));
    }

    private static void CheckBothWays(Api api, ApiModule module)
    {
        foreach (var scenario in module.Scenarios)
        {
            if (!api.Behaviours.Any(b => b.Operation == scenario.Operation && b.Scenario == scenario.Behaviour))
                throw new InvalidOperationException(
                    $"the register of {api.Name} has no behaviour {scenario.Behaviour} of {scenario.Operation}; add it"
                );
            if (scenario.Needs.FirstOrDefault(name => !FixtureNeeds.IsFixture(api, name)) is { } unknown)
                throw new InvalidOperationException(
                    $"the schema of {api.Name} has no fixture {unknown}, which {scenario.Behaviour} needs; add it"
                );
        }
    }
}
