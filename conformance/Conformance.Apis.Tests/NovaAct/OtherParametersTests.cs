using Conformance.Apis.NovaAct;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>One token with other parameters: a conflict, and in no case a second resource.</summary>
public sealed class OtherParametersTests
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    [Theory]
    [InlineData(Definition, 409)]
    [InlineData(Definition, 400)]
    [InlineData(Run, 409)]
    [InlineData(Run, 422)]
    public async Task WhereItIsRejectedNothingIsMade(string operation, int status)
    {
        var target = new ScriptedNovaAct { OtherParameters = new ScriptedResponse(status) };
        Assert.Equal(Outcome.Passed, (await target.Run(operation, OtherParameters.MakeNoSecondResource)).Outcome);
    }

    [Theory]
    [InlineData(Definition, "a second definition")]
    [InlineData(Run, "a second run")]
    public async Task ASecondResourceFails(string operation, string actual)
    {
        var target = new ScriptedNovaAct { OtherParameters = null };
        var finding = await target.Run(operation, OtherParameters.MakeNoSecondResource);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith(actual, finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task TheFirstResponseAgainIsNoSecondResource(string operation)
    {
        var target = new ScriptedNovaAct { Asked = _ => "" };
        Assert.Equal(Outcome.Passed, (await target.Run(operation, OtherParameters.MakeNoSecondResource)).Outcome);
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task AConflictPasses(string operation)
    {
        var finding = await new ScriptedNovaAct().Run(operation, OtherParameters.Conflict);
        Assert.Equal((Outcome.Passed, operation == Run ? 4 : 3), (finding.Outcome, finding.Cases));
    }

    [Theory]
    [InlineData(400, Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(422, Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(500, Outcome.Failed, null)]
    [InlineData(201, Outcome.Failed, null)]
    [InlineData(429, Outcome.Errored, null)]
    public async Task AnotherRejectionIsOnlyNoted(int status, Outcome outcome, SkipReason? skip)
    {
        var target = new ScriptedNovaAct { OtherParameters = new ScriptedResponse(status) };
        var finding = await target.Run(Run, OtherParameters.Conflict);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.Equal(skip is null ? 0 : 1, finding.Observations.Length);
    }

    [Theory]
    [InlineData(Definition, "description")]
    [InlineData(Definition, "exportConfig")]
    [InlineData(Run, "logGroupName")]
    [InlineData(Run, "modelId")]
    [InlineData(Run, "clientInfo.compatibilityVersion")]
    public async Task ATargetThatComparesAllButOneParameterFails(string operation, string ignored)
    {
        var target = new ScriptedNovaAct { Asked = body => body.With(ignored, JsonValue.Null).ToJson() };
        var finding = await target.Run(operation, OtherParameters.Conflict);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains(ignored.Split('.')[^1], finding.Evidence!.Case, StringComparison.Ordinal);
    }
}
