using Conformance.Apis.NovaAct;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>A definition that does not exist has no runs.</summary>
public sealed class UnknownTests
{
    private const string Run = "CreateWorkflowRun";

    [Fact]
    public async Task RunsOfUnknownDefinitionsAreNotFound()
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(Run, Unknown.DefinitionIsNotFound)).Outcome);
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(Run, Unknown.NamesCountWhole)).Outcome);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task AnythingElseFails(int status)
    {
        var target = new ScriptedNovaAct
        {
            Finish = (_, right) => right.Status == 404 ? new ScriptedResponse(status) : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Run, Unknown.DefinitionIsNotFound)).Outcome);
    }

    [Fact]
    public async Task ADefinitionThatItsFirstRunMakesFails()
    {
        var target = new ScriptedNovaAct { MakesDefinitionsOnTheWay = true };
        Assert.Equal(Outcome.Failed, (await target.Run(Run, Unknown.DefinitionIsNotFound)).Outcome);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut in front")]
    [InlineData("cut at a hyphen")]
    public async Task NamesThatDoNotCountWholeFail(string how)
    {
        var target = new ScriptedNovaAct
        {
            Name = name =>
                how switch
                {
                    "cut" => name[..Math.Min(40, name.Length)],
                    "cut in front" => name[^Math.Min(40, name.Length)..],
                    _ => name.EndsWith("-x", StringComparison.Ordinal) ? name[..^2] : name,
                },
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Run, Unknown.NamesCountWhole)).Outcome);
    }
}
