using Conformance.Apis.NovaAct;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>A request that is rejected changes nothing.</summary>
public sealed class RefusalsTests
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    [Fact]
    public async Task ATargetThatLeavesNoTracePasses()
    {
        var names = await new ScriptedNovaAct().Run(Definition, Refusals.LeaveTheNameFree);
        var runs = await new ScriptedNovaAct().Run(Run, Refusals.StartNoRun);
        Assert.Equal((Outcome.Passed, 3), (names.Outcome, names.Cases));
        Assert.Equal((Outcome.Passed, 3), (runs.Outcome, runs.Cases));
    }

    [Fact]
    public async Task ADefinitionThatIsMadeAllTheSameFailsByTheRunThatItTakes()
    {
        var target = new ScriptedNovaAct { CarriesOutWhatItRejects = true };
        var finding = await target.Run(Definition, Refusals.LeaveTheNameFree);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("a run of it", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameThatIsTakenAfterARejectionFails()
    {
        var reserved = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
            {
                if (right.Status == 400 && r.TextAt("name") is { } name)
                    reserved.Add(name);
                return right.Status == 201 && reserved.Contains(r.TextAt("name") ?? "")
                    ? ScriptedResponse.Conflict
                    : right;
            },
        };
        var finding = await target.Run(Definition, Refusals.LeaveTheNameFree);
        Assert.Equal((Outcome.Failed, 1), (finding.Outcome, finding.Cases));
        Assert.StartsWith("409 ", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatIsStartedAllTheSameFails()
    {
        var target = new ScriptedNovaAct { CarriesOutWhatItRejects = true };
        var finding = await target.Run(Run, Refusals.StartNoRun);
        Assert.Equal((Outcome.Failed, "1 more"), (finding.Outcome, finding.Evidence?.Actual));
    }

    [Fact]
    public async Task WhereRunsCanNotBeListedNothingIsShown()
    {
        using var target = new ScriptedNovaAct().Target();
        var test = await ScriptedNovaAct.Bench(target, Run, s => s with { Capabilities = Capabilities.None });
        var finding = await Refusals.StartNoRun(test);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task WhereNothingIsRejectedNothingIsShown(string operation)
    {
        var target = new ScriptedNovaAct
        {
            Finish = (_, right) => right.Status == 400 ? ScriptedResponse.Accepted : right,
        };
        var finding = await target.Run(operation, operation == Run ? Refusals.StartNoRun : Refusals.LeaveTheNameFree);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData(TransportFailureKind.Timeout)]
    [InlineData(TransportFailureKind.Malformed)]
    public async Task AValidRequestWithoutAResponseIsAnError(TransportFailureKind failure)
    {
        var rejected = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
            {
                if (right.Status == 400 && r.TextAt("name") is { } name)
                    rejected.Add(name);
                return right.Status == 201 && rejected.Contains(r.TextAt("name") ?? "")
                    ? ScriptedResponse.None(failure)
                    : right;
            },
        };
        Assert.Equal(Outcome.Errored, (await target.Run(Definition, Refusals.LeaveTheNameFree)).Outcome);
    }

    [Theory]
    [InlineData(false, "201 ")]
    [InlineData(true, "409 ")]
    public async Task WhetherATokenIsSpentByARejectionIsRecorded(bool isSpent, string saw)
    {
        var spent = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
            {
                if (right.Status == 400 && r.TextAt("clientToken") is { } token)
                    spent.Add(token);
                return isSpent && right.Status == 201 && spent.Contains(r.TextAt("clientToken") ?? "")
                    ? ScriptedResponse.Conflict
                    : right;
            },
        };
        var finding = await target.Run(Run, Refusals.ObserveItsToken);
        var observation = Assert.Single(finding.Observations);
        Assert.Equal((Outcome.Passed, "R18"), (finding.Outcome, observation.Interpretation));
        Assert.StartsWith(saw, observation.Saw, StringComparison.Ordinal);
    }
}
