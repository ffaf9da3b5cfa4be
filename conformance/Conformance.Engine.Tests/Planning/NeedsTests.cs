using Conformance.Apis;
using Conformance.Engine.Planning;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Planning;

/// <summary>Which fixtures a requirement hangs on.</summary>
public sealed class NeedsTests
{
    private static readonly Behaviour Behaves = new("it/behaves", "Ask", Level.Must, [new("D0", 1, "")], "It.", []);

    private static readonly PlannedApi Planned = PlannedApi.Of(
        Samples.Api with
        {
            Behaviours = [Behaves],
        },
        Samples.Module with
        {
            Scenarios = [new(Behaves.Id, Pass) { Operation = "Ask", Needs = ["arn", "flow"] }],
        }
    );

    [Theory]
    [InlineData("Ask/request/required-only/accepted", "flow", "inputs[].node")]
    [InlineData("Ask/request/all-members/accepted", "flow", "inputs[].node")]
    [InlineData("Ask/flow/pattern/rejected", "flow", "inputs[].node")]
    [InlineData("Ask/inputs/type/rejected", "flow", "inputs[].node")]
    [InlineData("Ask/inputs[]/type/rejected", "flow", "inputs[].node")]
    [InlineData("Ask/inputs[].port/type/rejected", "flow", "inputs[].node", "inputs[].port")]
    [InlineData("Ask/layers/type/accepted", "flow", "inputs[].node", "layers")]
    [InlineData("Ask/layers[]/type/rejected", "flow", "inputs[].node", "layers")]
    [InlineData("Ask/response/layers/type", "flow", "inputs[].node")]
    [InlineData("Ask/response/layers[]/type", "flow", "inputs[].node")]
    [InlineData("Ask/it/behaves", "flow", "inputs[].node", "arn")]
    [InlineData("AskEither/count/type/accepted", "flow", "inputs[].node", "instance")]
    [InlineData("AskEither/instance/type/rejected", "flow", "inputs[].node", "instance")]
    [InlineData("AskEither/setup/type/rejected", "flow", "inputs[].node")]
    public void ARequirementNeedsWhatItsRequestsCanNotBeMadeWithout(string id, params string[] needs) =>
        Assert.Equal(needs.Order(), Planned.Requirements.Single(r => r.Requirement.Id == $"sample/{id}").Needs.Order());

    [Fact]
    public void NothingNeedsAFixtureWhereEverythingCanBeMade() =>
        Assert.All(
            Catalog.Load().First(p => p.Api.Name == "nova-act").Requirements,
            requirement => Assert.Empty(requirement.Needs)
        );

    [Fact]
    public void AScenarioCanNotNeedWhatNobodyCanName()
    {
        var module = Planned.Module with
        {
            Scenarios = [new(Behaves.Id, Pass) { Operation = "Ask", Needs = ["nobody"] }],
        };
        var refused = Assert.Throws<InvalidOperationException>(() => PlannedApi.Of(Planned.Api, module));
        Assert.Contains("no fixture nobody, which it/behaves needs", refused.Message, StringComparison.Ordinal);
    }

    private static Task<Finding> Pass(TestSession test) => Task.FromResult(Finding.Passed(1));
}
