using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>An API of which the kit knows nothing has its behaviours tested by naming them in its register.</summary>
public sealed class RegisteredScenariosTests
{
    [Theory]
    [InlineData("AddPet", "names/unique", "uniqueness/duplicate-name", Outcome.Passed)]
    [InlineData("ShowPet", "not-found/unknown-resource", "not-found/unknown-resource", Outcome.Passed)]
    [InlineData("AddPet", "uniqueness/name-case", "uniqueness/name-case", Outcome.Skipped)]
    public async Task ABehaviourIsTestedByTheScenarioThatItsEntryNames(
        string operation,
        string id,
        string scenario,
        Outcome outcome
    )
    {
        var api = Notebook.Pets with { Behaviours = [Entry(operation, id, scenario)] };
        var planned = Assert.Single(
            PlannedApi.Of(api, ApiModule.None(api.Name)).Requirements,
            r => r.Requirement.Id == $"sample/{operation}/{id}"
        );
        Assert.Equal(outcome, (await new ScriptedNotebook().Run(api, operation, planned.Test)).Outcome);
    }

    [Fact]
    public void AnEntryForAnOperationThatLacksWhatItTakesIsRejected()
    {
        var api = Notebook.Pets with { Behaviours = [Entry("AddPet", "idempotency/replay", "idempotency/replay")] };
        var rejected = Assert.Throws<SchemaException>(() => PlannedApi.Of(api, ApiModule.None(api.Name)));
        Assert.Contains("x-role is idempotencyToken", rejected.Problem, StringComparison.Ordinal);
    }

    private static Behaviour Entry(string operation, string id, string scenario) =>
        new(id, operation, Level.Must, [Made.At(1)], "It holds.", []) { Scenario = scenario };
}
