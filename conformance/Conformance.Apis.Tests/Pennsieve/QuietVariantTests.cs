using Conformance.Reference.Variants;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>What a right target does not show is skipped, and nothing else is.</summary>
public sealed class QuietVariantTests
{
    [Theory]
    [InlineData(
        "SaysLittleOfARun",
        "label/default",
        "label/given",
        "modes/another-configuration",
        "modes/find-or-create-same-instance",
        "modes/names-the-instance",
        "tags/leave-the-definition-alone"
    )]
    [InlineData(
        "SaysNothingOfARun",
        "label/default",
        "label/given",
        "modes/another-configuration",
        "modes/find-or-create-same-instance",
        "modes/names-the-instance",
        "runs/distinct"
    )]
    [InlineData("CallsBackBeforeItResponds")]
    [InlineData("DeliversEveryWebhookTwice")]
    [InlineData("GivesNullWhereThereIsNoContext")]
    [InlineData("ForgetsEmptyContexts")]
    [InlineData("ReadsNumbersOfContextsIntoDoubles")]
    [InlineData("WritesWebhooksItsOwnWay")]
    [InlineData("PutsContextsWhereNobodyLooks")]
    [InlineData("AsksForTheReceiver")]
    [InlineData("SignsTheAuthority")]
    [InlineData("CountsRunsOfADefinition")]
    [InlineData("TakesUnknownNodesButForDataSources")]
    [InlineData("RejectsWithUnprocessable")]
    [InlineData("TakesAContextOnlyWithAUrl")]
    public async Task OnlyWhatIsNotShownIsSkipped(string name, params string[] skipped)
    {
        var variant = AllVariants.List.Single(v => v.Name == name);
        var report = await PennsieveRuns.Of(variant);
        Assert.Equal(skipped.Append("authentication/missing-credentials").Order(), report.Ids(Outcome.Skipped).Order());
        Assert.Equal(0, Conclusion.Of(report).ExitCode);
    }
}
