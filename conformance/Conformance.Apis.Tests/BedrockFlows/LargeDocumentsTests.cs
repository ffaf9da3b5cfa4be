using Conformance.Apis.BedrockFlows;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class LargeDocumentsTests
{
    private static readonly Draw Draw = new(17, "p", 0);

    [Fact]
    public void EachPairOfASizeATextAndAPlaceIsTried()
    {
        var documents = DocumentMatrix.Of(Profile.Standard, Draw).Select(d => d.Says).ToHashSet();
        var sizes = DocumentSizes.All(Draw).Select(s => s.Says).ToList();
        var texts = DocumentTexts.All.Select(t => t.Says).ToList();
        var shapes = DocumentShapes.All.Select(s => s.Says).ToList();
        Assert.Equal(sizes.Count * texts.Count, documents.Count);
        foreach (var shape in shapes)
        {
            Assert.All(
                sizes,
                size => Assert.Contains(documents, d => d.EndsWith($" {shape}, {size}", StringComparison.Ordinal))
            );
            Assert.All(
                texts,
                text => Assert.Contains(documents, d => d.StartsWith($"{text} {shape},", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public void TheSmallestProfileHasTextsBeyondAsciiOfMoreThanTwoBuffers()
    {
        var documents = DocumentMatrix.Of(Profile.Smoke, Draw).ToList();
        Assert.InRange(documents.Count, 4, 8);
        Assert.All(documents, d => Assert.True(d.Value.ToUtf8().Length > 4096, d.Says));
        Assert.Contains(documents, d => d.Value.ToUtf8().Length > 8192);
    }

    [Fact]
    public void DocumentsAreOfTheirSizes()
    {
        foreach (var size in DocumentSizes.All(Draw).Where(s => s.Bytes < 70_000))
        foreach (var text in DocumentTexts.All)
        foreach (var shape in DocumentShapes.All)
        {
            var length = shape.Make(text, size.Bytes).ToUtf8().Length;
            Assert.InRange(length, size.Bytes, size.Bytes + 250);
        }
    }

    [Fact]
    public void NoDocumentIsOneThatMayBeRejectedOrChanged() =>
        Assert.All(
            DocumentMatrix.Of(Profile.Standard, Draw).Where(d => !d.MayBeRejected),
            d => Assert.Null(SureDocuments.Problem(FlowRuns.Api, d.Value))
        );

    [Fact]
    public void TheSameDrawMakesTheSameDocuments() =>
        Assert.Equal(
            DocumentMatrix.Of(Profile.Smoke, Draw).Select(d => d.Value.ToJson()),
            DocumentMatrix.Of(Profile.Smoke, Draw).Select(d => d.Value.ToJson())
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FramesOfLargeDocumentsAreLookedAtEvenWithoutAnEcho(bool hasEcho)
    {
        var wrongBeyond = BedrockFlowsBehaviour.Correct with
        {
            Encoding = EventEncoding.Framed(e =>
            {
                var frame = Frame.Write(e);
                frame[^1] ^= (byte)(frame.Length > 32_000 ? 1 : 0);
                return frame;
            }),
        };
        var report = await FlowRuns.Of(
            wrongBeyond,
            ["stream/*", "document/large"],
            hasEcho ? FlowRuns.Fixtures : FlowRuns.Fixtures.Remove("echo")
        );
        Assert.Equal(["stream/frames"], report.Ids(Outcome.Failed));
        Assert.Contains(
            report.Verdicts,
            v => v.Requirement.Id.EndsWith("large", StringComparison.Ordinal) && v.Outcome == Outcome.Skipped
        );
    }

    [Fact]
    public async Task CharactersThatABufferCutsAreSeen()
    {
        var cutting = WrongEchoes.GivingTexts(text => DecodedInParts(text, 4096));
        var verdict = await FlowRuns.Verdict(cutting, "document/large");
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("\ufffd", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargeDocumentsMayBeRejectedAndMustNotBeCut()
    {
        var cut = WrongEchoes.GivingTexts(text => text.Length > 60_000 ? text[..60_000] : text);
        Assert.Equal(Outcome.Failed, (await FlowRuns.Verdict(cut, "document/large")).Outcome);
        var rejecting = FlowRuns.Named("TakesShortDocumentsAlone");
        Assert.Equal(Outcome.Passed, (await FlowRuns.Verdict(rejecting, "document/large")).Outcome);
    }

    private static string DecodedInParts(string text, int bytes) =>
        string.Concat(
            System.Text.Encoding.UTF8.GetBytes(text).Chunk(bytes).Select(System.Text.Encoding.UTF8.GetString)
        );
}
