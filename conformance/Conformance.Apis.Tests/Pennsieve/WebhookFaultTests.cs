using Conformance.Reference.Mutants;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>A fault of webhooks fails the requirement that it is about, and leaves its neighbours alone.</summary>
public sealed class WebhookFaultTests
{
    [Theory]
    [InlineData("SendsCompletionTwice", "one-at-the-end")]
    [InlineData("PutsWebhooks", "one-at-the-end")]
    [InlineData("CallsBackAtTheBeginning", "canceled-run", "failed-run", "one-at-the-end", "status")]
    [InlineData("CallsBackForOthers", "none-without-url")]
    [InlineData("CallsEveryEndASuccess", "canceled-run", "failed-run", "status")]
    [InlineData("ForgetsContext", "context-unchanged")]
    [InlineData("WritesContextAsText", "context-unchanged")]
    [InlineData("ForgetsContextsBesideCapAndLayers", "context-unchanged")]
    [InlineData("SignsTheFirst8Kilobytes", "signature-valid")]
    public async Task NothingElseFails(string name, params string[] failed)
    {
        var mutant = AllMutants.List.Single(m => m.Name == name);
        var report = await PennsieveRuns.Of(mutant, "webhook/*", "modes/*");
        Assert.Equal(failed.Select(id => $"webhook/{id}"), report.Ids(Outcome.Failed).Order());
        Assert.Empty(report.Ids(Outcome.Errored));
    }
}
