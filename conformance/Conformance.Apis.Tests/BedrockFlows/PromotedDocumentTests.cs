using Conformance.Engine.Planning.Promotion;
using Conformance.Reports;
using Conformance.Reports.Corpus;

namespace Conformance.Apis.Tests.BedrockFlows;

/// <summary>Documents through a flow are made by chance as well.</summary>
public sealed class PromotedDocumentTests
{
    private const string AnyJson = "document/any-json";

    [Fact]
    public async Task APromotedDocumentIsTheFirstThatGoesThroughTheFlow()
    {
        var changing = FlowRuns.Named("ComposesLetters");
        var promoted = new PromotedFile(
            "cases.json",
            [new PromotedCase($"bedrock-flows/InvokeFlow/{AnyJson}", """{"a":["-e\u0301-"]}""")]
        );
        Assert.Empty((await FlowRuns.Of(changing, [AnyJson])).Ids(Outcome.Failed));

        var verdict = Assert.Single((await FlowRuns.Of(changing, [AnyJson], promoted: promoted)).Verdicts);
        Assert.Equal((Outcome.Failed, 1), (verdict.Outcome, verdict.Cases));
        Assert.Equal("\"e\u0301\"", verdict.Evidence?.SmallestValue);
    }
}
