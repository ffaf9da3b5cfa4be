using Conformance.Apis.NovaAct;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>There is one definition of a name.</summary>
public sealed class UniquenessTests
{
    private const string Definition = "CreateWorkflowDefinition";

    [Fact]
    public async Task ConflictsPass()
    {
        var finding = await new ScriptedNovaAct().Run(Definition, Uniqueness.RefusesDuplicate);
        Assert.Equal((Outcome.Passed, 3), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task AnythingButAConflictFails(int status)
    {
        var target = new ScriptedNovaAct { Duplicate = new ScriptedResponse(status) };
        var finding = await target.Run(Definition, Uniqueness.RefusesDuplicate);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith($"{status} ", finding.Evidence!.Actual, StringComparison.Ordinal);
        Assert.Equal(2, finding.Evidence.Exchanges.Length);
    }

    [Fact]
    public async Task ADuplicateThatDiffersInItsDescriptionIsOneToo()
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.At("description") is not null && right.Status == 409 ? ScriptedResponse.Accepted : right,
        };
        var finding = await target.Run(Definition, Uniqueness.RefusesDuplicate);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("description", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestThatIsRejectedWithAFreshNameAsWellShowsNothing()
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.Method == "PUT" && (r.At("description") ?? r.At("clientToken")) is not null
                    ? ScriptedResponse.Rejected
                    : right,
        };
        var finding = await target.Run(Definition, Uniqueness.RefusesDuplicate);
        Assert.Equal((Outcome.Passed, 1), (finding.Outcome, finding.Cases));
    }

    [Fact]
    public async Task ADuplicateWithoutAResponseIsAnError()
    {
        var target = new ScriptedNovaAct { Duplicate = ScriptedResponse.None(TransportFailureKind.Timeout) };
        Assert.Equal(Outcome.Errored, (await target.Run(Definition, Uniqueness.RefusesDuplicate)).Outcome);
    }

    [Theory]
    [InlineData(true, "409 ")]
    [InlineData(false, "201 ")]
    public async Task WhetherCaseTellsNamesApartIsRecorded(bool ignoresCase, string saw)
    {
        var target = new ScriptedNovaAct { Name = name => ignoresCase ? name.ToUpperInvariant() : name };
        var finding = await target.Run(Definition, Uniqueness.ObserveCase);
        var observation = Assert.Single(finding.Observations);
        Assert.Equal((Outcome.Passed, "R26"), (finding.Outcome, observation.Interpretation));
        Assert.StartsWith(saw, observation.Saw, StringComparison.Ordinal);
    }
}
