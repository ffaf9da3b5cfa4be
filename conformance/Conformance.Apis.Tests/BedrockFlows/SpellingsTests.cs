using System.Text.Json;
using Conformance.Apis.BedrockFlows;
using Conformance.Generators;
using Conformance.Reference.BedrockFlows;
using Conformance.Reports;
using FsCheck.Xunit;

namespace Conformance.Apis.Tests.BedrockFlows;

public sealed class SpellingsTests
{
    private const string InOtherSpellings = "document/spellings";

    [Fact]
    public void EachSpellingIsOfItsDocument() =>
        Assert.All(
            Spellings.All.Concat(Spellings.InOne),
            d => Assert.Null(SameDocument.Difference(d.Value, JsonElement.Parse(d.Sent.ToJson())))
        );

    [Property(MaxTest = 100)]
    public void ADocumentInAnotherSpellingIsTheSame(ulong seed)
    {
        var draw = new Draw(seed, "p", 0);
        foreach (var document in RandomDocuments.Of(draw, 3))
        {
            var respelled = Respelling.Of(document, draw);
            Assert.Null(SameDocument.Difference(document.Value, JsonElement.Parse(respelled.Sent.ToJson())));
        }
    }

    [Theory]
    [InlineData("\\/", "\\\\/")]
    [InlineData("\\u0061", "u0061")]
    [InlineData("\"1\"", "1")]
    public async Task WhoReadsSpellingsInItsOwnWayFails(string spelling, string instead)
    {
        var wrong = WrongEchoes.Giving(document =>
            JsonElement.Parse(document.GetRawText().Replace(spelling, instead, StringComparison.Ordinal))
        );
        Assert.Equal(Outcome.Failed, (await FlowRuns.Verdict(wrong, InOtherSpellings)).Outcome);
    }

    [Fact]
    public async Task TheReferencePassesInEveryProfile()
    {
        var report = await FlowRuns.Of(
            BedrockFlowsBehaviour.Correct,
            [InOtherSpellings],
            change: options => options with { Profile = Engine.Testing.Profile.Standard }
        );
        Assert.Equal([InOtherSpellings], report.Ids(Outcome.Passed));
    }
}
