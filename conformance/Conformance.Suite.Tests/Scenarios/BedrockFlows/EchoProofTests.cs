using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reports;
using static Conformance.Suite.Tests.Scenarios.BedrockFlows.Twists;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

public sealed class EchoProofTests
{
    [Fact]
    public async Task TheSmallestDocumentThatChangesIsShown()
    {
        var lie = Giving(node => Deeply(node, n => IsOf(n, JsonValueKind.True) ? (JsonNode)false : n));
        var verdict = await Judged.Verdict(lie, "document/any-json");
        Assert.Equal(("true", "true"), (verdict.Evidence!.OriginalValue, verdict.Evidence.SmallestValue));
        var nested = Giving(node =>
            node is JsonObject && node.ToJsonString().Contains("\"d\"", StringComparison.Ordinal)
                ? new JsonObject()
                : node
        );
        var shrunk = await Judged.Verdict(nested, "document/any-json");
        Assert.Equal("""{"d":"e"}""", shrunk.Evidence!.SmallestValue);
        Assert.Contains("nothing at $.d", shrunk.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFlowThatIsNoEchoProvesNothing()
    {
        var verdict = await Judged.Verdict(Giving(_ => "the same for everybody"), "document/unicode");
        Assert.Equal((Outcome.Skipped, SkipReason.NotIsolated), (verdict.Outcome, verdict.Skip));
        Assert.Contains("fixture echo", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheFixtureItIsSkipped()
    {
        var verdict = await Judged.Verdict(Correct, "document/large", Judged.Fixtures.Remove("echo"));
        Assert.Equal((Outcome.Skipped, SkipReason.MissingFixture), (verdict.Outcome, verdict.Skip));
    }

    [Fact]
    public async Task WhatTheFlowDoesNotTakeIsRecorded()
    {
        var texts = RefusingDocuments(d => d.ValueKind is not (JsonValueKind.String or JsonValueKind.Undefined));
        var report = await Judged.Of(texts, ["document/any-json"]);
        Assert.Equal(Outcome.Passed, Assert.Single(report.Verdicts).Outcome);
        Assert.Contains(report.Observations, o => o.Reading == "R24" && o.Says == "an array of mixed kinds");
    }

    [Fact]
    public async Task NumbersThatADoubleRoundsAreRecordedAndNotJudged()
    {
        var report = await Judged.Of(
            Giving(node =>
                Deeply(
                    node,
                    n =>
                        IsOf(n, JsonValueKind.Number)
                            ? JsonNode.Parse(
                                ((double)n!)
                                    .ToString("R", CultureInfo.InvariantCulture)
                                    .Replace("∞", "1e308", StringComparison.Ordinal)
                            )
                            : n
                )
            ),
            ["document/any-json"]
        );
        Assert.Equal(Outcome.Passed, Assert.Single(report.Verdicts).Outcome);
        Assert.Contains(
            report.Observations,
            o => o.Reading == "R38" && o.Saw.StartsWith("9007199254740992 at $", StringComparison.Ordinal)
        );
    }
}
