using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>The configuration's word that a flow echoes binds, unless the flow has nothing to do with what it is sent.</summary>
public sealed class EchoControlTests
{
    private const string AnyJson = "document/any-json";

    public static TheoryData<string> Changes =>
        ["another form", "as its own text", "wrapped", "the one before", "in capitals"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task AFlowThatChangesEvenTheConfiguredDocumentFails(string change)
    {
        // With a document for all requests the one before is the same.
        var fixtures =
            change == "the one before" ? FlowRuns.Fixtures.Remove("inputs[].content.document") : FlowRuns.Fixtures;
        var verdict = await FlowRuns.Verdict(Changing(change), AnyJson, fixtures);
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("as the fixture echo says", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherRequirementsJudgeTheirOwnDocuments()
    {
        var report = await FlowRuns.Of(Changing("in capitals"), ["document/unicode", "document/large"]);
        Assert.All(
            report.Verdicts,
            v => Assert.DoesNotContain("configured document", v.Reason, StringComparison.Ordinal)
        );
        Assert.Equal(2, report.Ids(Outcome.Failed).Length);
    }

    [Theory]
    [InlineData("\"the same for everybody\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task AFlowWhoseOutputIsTheSameForAllIsAWrongFixture(string always)
    {
        var verdict = await FlowRuns.Verdict(WrongEchoes.Giving(_ => JsonElement.Parse(always)), AnyJson);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (verdict.Outcome, verdict.Skip));
        Assert.Contains("correct the fixture echo", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFlowThatAlwaysGivesTheConfiguredDocumentFails()
    {
        var constant = WrongEchoes.Giving(_ => JsonElement.Parse("\"a document\""));
        var report = await FlowRuns.Of(constant, ["document/*", "concurrency/*"]);
        Assert.Equal(
            ["document/any-json", "document/large", "document/spellings", "document/unicode"],
            report.Ids(Outcome.Failed).Order(StringComparer.Ordinal)
        );
        Assert.Contains(report.Verdicts, v => v.Skip == SkipReason.NotIsolated);
    }

    [Fact]
    public async Task AFlowWithoutOutputIsNotSaidToChangeDocuments()
    {
        var silent = BedrockFlowsBehaviour.Correct with
        {
            Run = invocation => FlowRun.Of(invocation).Where(e => e.Name != "flowOutputEvent"),
        };
        var verdict = await FlowRuns.Verdict(silent, AnyJson);
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (verdict.Outcome, verdict.Skip));
    }

    private static BedrockFlowsBehaviour Changing(string change)
    {
        var before = new ConcurrentQueue<JsonElement>([JsonElement.Parse("\"none before\"")]);
        return change switch
        {
            "as its own text" => WrongEchoes.Giving(d => JsonSerializer.SerializeToElement(d.GetRawText())),
            "wrapped" => WrongEchoes.Giving(d => JsonSerializer.SerializeToElement(new { value = d })),
            "in capitals" => WrongEchoes.GivingTexts(text => text.ToUpperInvariant()),
            "another form" => WrongEchoes.GivingTexts(text => $"{text} ".Normalize(NormalizationForm.FormD)),
            _ => WrongEchoes.Giving(d =>
            {
                before.Enqueue(d.Clone());
                return before.TryDequeue(out var earlier) ? earlier : d;
            }),
        };
    }
}
