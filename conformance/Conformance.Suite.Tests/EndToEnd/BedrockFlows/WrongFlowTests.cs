using System.Collections.Immutable;
using Conformance.Schemas;
using Conformance.Suite.Planning;

namespace Conformance.Suite.Tests.EndToEnd.BedrockFlows;

/// <summary>Every wrong implementation of InvokeFlow fails what it breaks, and nothing else at any level.</summary>
public sealed class WrongFlowTests(WrongFlows flows) : IClassFixture<WrongFlows>
{
    /// <summary>
    /// What is sent for these is sent in every valid request, so that who refuses it accepts nothing at all: then the
    /// request as a whole is what fails.
    /// </summary>
    private static readonly ImmutableArray<string> InEveryRequest =
    [
        "bedrock-flows/InvokeFlow/inputs[].content/type/accepted",
        "bedrock-flows/InvokeFlow/inputs[].nodeName/pattern/accepted",
        "bedrock-flows/InvokeFlow/inputs[].nodeName/type/accepted",
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows =>
        WrongFlows.Certain.Select(defect => new TheoryDataRow<string>(defect.Name)
        {
            TestDisplayName = $"ATargetIsSeenThroughThat {defect.Says} ({defect.Name})",
            Label = "",
        });

    [Theory]
    [MemberData(nameof(Rows))]
    public void IsSeenThrough(string name)
    {
        var defect = WrongFlows.Certain.Single(d => d.Name == name);
        var judgement = flows.Judgements[name];
        var (failed, says) = (judgement.Failed, judgement.Says);
        var survived = defect.Breaks.RemoveAll(glob => failed.Any(r => Selection.Matches(glob, r.Id)));
        var broken = defect.Breaks.AddRange(defect.MayBreak);
        var accused = failed.Where(r => !broken.Any(glob => Selection.Matches(glob, r.Id))).Select(r => r.Id);
        Assert.True(survived.IsEmpty, $"not noticed: {string.Join(", ", survived)}\n{says}");
        Assert.True(!accused.Any(), $"accused of more: {string.Join(", ", accused)}\n{says}");
        Assert.Equal(failed.Any(r => r.Level == Level.Must), judgement.ExitCode.Usual == 1);
        Assert.Equal(1, judgement.ExitCode.Strict);
        Assert.False(judgement.HasErrors, says);
    }

    [Fact]
    public void EveryRequirementThatBindsIsFailedBySome()
    {
        var killed = flows.Judgements.Values.SelectMany(j => j.Failed).Select(r => r.Id).ToImmutableHashSet();
        var unproved = Judging
            .Everything.First(p => p.Api.Name == "bedrock-flows")
            .Requirements.Select(p => p.Requirement)
            .Where(r => r.Level != Level.May && !killed.Contains(r.Id) && !InEveryRequest.Contains(r.Id));
        Assert.Empty(unproved.Select(r => r.Id));
    }
}
