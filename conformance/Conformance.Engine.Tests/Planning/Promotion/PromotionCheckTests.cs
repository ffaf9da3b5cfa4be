using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;

namespace Conformance.Engine.Tests.Planning.Promotion;

/// <summary>A promoted case that shows nothing any more is refused early, by file and line.</summary>
public sealed class PromotionCheckTests
{
    private const string AnyJson = "bedrock-flows/InvokeFlow/document/any-json";
    private const string Run = "nova-act/CreateWorkflowRun/";

    [Theory]
    [InlineData(Run + "modelId/maxLength/vanished", "\"a\"", "the kit has no requirement")]
    [InlineData(Run + "modelId/required/rejected", "null", "is about no value")]
    [InlineData(Run + "modelId/disputed/observed", "\"a\"", "is about no value")]
    [InlineData(Run + "idempotency/replay", "\"a\"", "is about no value")]
    [InlineData("bedrock-flows/InvokeFlow/inputs/maxItems/rejected", "[]", "is about no value")]
    [InlineData(
        Run + "modelId/minLength/rejected",
        "\"a\"",
        "\"a\" is no violation of minLength of modelId by every interpretation"
    )]
    [InlineData(
        Run + "modelId/minLength/accepted",
        "\"\"",
        "\"\" is not legal for modelId by every interpretation: minLength rejects it"
    )]
    [InlineData(Run + "logGroupName/pattern/accepted", "\"a b\"", "pattern rejects it")]
    [InlineData(Run + "modelId/type/rejected", "\"text\"", "is no violation of type")]
    [InlineData("pennsieve/CreateWorkflowRun/layers[]/type/accepted", "\"unheard-of\"", "has to exist on a target")]
    [InlineData(
        "bedrock-flows/InvokeFlow/flowIdentifier/pattern/accepted",
        "\"arn:aws:bedrock:us-east-1:123456789012:flow/ABCDEFGHIJ\"",
        "has to exist on a target"
    )]
    [InlineData(AnyJson, "null", "may be rejected as a document (R22)")]
    [InlineData(AnyJson, "{}", "an empty document may be rejected")]
    [InlineData(AnyJson, "[9007199254740993]", "may round 9007199254740993 (R38)")]
    [InlineData(AnyJson, "[1e400]", "may round 1e400 (R38)")]
    [InlineData(AnyJson, "[0.1]", "may round 0.1 (R38)")]
    [InlineData(AnyJson, "{\"a\":1,\"a\":2}", "(R13)")]
    [InlineData(AnyJson, "{\"a\\u0000\":1}", "(R19)")]
    [InlineData(AnyJson, "[\"\\udc00\"]", "(R19)")]
    public void WhatShowsNothingAnyMoreIsRefused(string requirement, string value, string because)
    {
        var wrong = Assert.Throws<CorpusFileException>(() => Of(new PromotedCase(requirement, value) { Line = 12 }));
        Assert.StartsWith("cases.json:12: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(because, wrong.Message, StringComparison.Ordinal);
        Assert.EndsWith("remove the case, or correct it", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AValueOnWhichInterpretationsDifferIsRefusedOnBothSides()
    {
        // 100 characters by code points, 200 by UTF-16, 400 by bytes.
        var value = $"\"{string.Concat(Enumerable.Repeat("😀", 100))}\"";
        foreach (var side in new[] { "rejected", "accepted" })
        {
            var @case = new PromotedCase($"{Run}modelId/maxLength/{side}", value) { Line = 3 };
            Assert.Contains("by every interpretation", Assert.Throws<CorpusFileException>(() => Of(@case)).Message);
        }
    }

    [Theory]
    [InlineData(Run + "modelId/minLength/rejected", "\"\"")]
    [InlineData(Run + "modelId/required/null-rejected", "null")]
    [InlineData(Run + "clientInfo.compatibilityVersion/type/rejected", "\"1\"")]
    [InlineData(Run + "clientToken/pattern/rejected", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\ud800\"")]
    [InlineData("bedrock-flows/InvokeFlow/flowIdentifier/pattern/accepted", "\"ABCDEFGHIJ\"")]
    [InlineData(AnyJson, "{\"n\\u2028\":[-0.125,null,\"\",{}]}")]
    public void WhatStillShowsSomethingIsTaken(string requirement, string value)
    {
        var sample = Assert.Single(Of(new PromotedCase(requirement, value) { Line = 1 }));
        Assert.Equal(Case.PromotedKind, sample.Kind);
    }

    [Fact]
    public void TheEarlierRunsIdGivesWayToThisRuns()
    {
        var @case = new PromotedCase(
            Run + "clientToken/pattern/rejected",
            "\"early1abcdefghijaaaaaaaaaaaaaaaaaaaaaaaa-\""
        )
        {
            RunId = "early1",
            Says = "clientToken: a wrong last character",
        };
        var sample = Assert.Single(Of(@case));
        Assert.Equal("\"e2ekitabcdefghijaaaaaaaaaaaaaaaaaaaaaaaa-\"", sample.Value.ToJson());
        Assert.Equal("e2ekitabcdefghij", sample.Identity);
        Assert.Equal("a promoted case, a wrong last character", sample.Says);
    }

    private static ImmutableArray<Generators.Sample> Of(PromotedCase @case) =>
        PromotedSamples.Of(new PromotedFile("cases.json", [@case]), KitRuns.Everything, "e2ekit", new())[
            @case.Requirement
        ];
}
