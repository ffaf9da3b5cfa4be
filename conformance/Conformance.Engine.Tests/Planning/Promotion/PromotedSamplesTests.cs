using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Engine.Planning.Promotion;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Planning.Promotion;

/// <summary>Promoted cases as the values of a run.</summary>
public sealed class PromotedSamplesTests
{
    private const string Rejected = "sample/Put/note/maxLength/rejected";
    private const string Accepted = "sample/Put/note/maxLength/accepted";

    private static readonly Operation Put = Made.Operation(Made.Text("note", Made.Required, Made.Max(5)));

    private static readonly ImmutableArray<PlannedApi> Catalog =
    [
        PlannedApi.Of(Made.Api(Put), new ApiModule("sample", [])),
    ];

    [Fact]
    public void WithoutCasesThereAreNone() => Assert.Empty(Of());

    [Fact]
    public void EachRequirementGetsItsOwnInTheirOrderAndNoneTwice()
    {
        var samples = Of(
            new(Rejected, "\"abcdefgh\""),
            new(Accepted, "\"abc\""),
            new(Rejected, "\"abcdef\""),
            new(Rejected, "\"abcdefgh\"")
        );
        Assert.Equal(["\"abcdefgh\"", "\"abcdef\""], samples[Rejected].Select(s => s.Value.ToJson()));
        Assert.Equal(["promoted-1", "promoted-2"], samples[Rejected].Select(s => s.Class));
        Assert.All(samples.Values.SelectMany(s => s), s => Assert.Equal(Case.PromotedKind, s.Kind));
        Assert.Single(samples[Accepted]);
    }

    [Theory]
    [InlineData("note: 6 characters", "a promoted case, 6 characters")]
    [InlineData("other: 6 characters", "a promoted case")]
    [InlineData(null, "a promoted case")]
    public void WhatItWasSaysItStillIsWhereItIsAboutTheMember(string? says, string expected) =>
        Assert.Equal(expected, Of(new PromotedCase(Rejected, "\"abcdef\"") { Says = says })[Rejected][0].Says);

    [Theory]
    [InlineData("\"old-x\"", "\"kit-x\"", "kit")]
    [InlineData("\"xoldab1-x\"", "\"xkitab1-x\"", "kitab1")]
    [InlineData("\"old0123456789abc\"", "\"kit0123456789abc\"", "kit0123456789")]
    [InlineData("\"abcdef\"", "\"abcdef\"", "")]
    [InlineData("7", "7", "")]
    public void TheRunsIdTakesThePlaceOfTheEarlierOneAndStaysInTheValue(string value, string now, string identity)
    {
        var requirement = value == "7" ? "sample/Put/note/type/rejected" : Accepted;
        if (value.Length > 7)
            requirement = Rejected;
        var sample = Of(new PromotedCase(requirement, value) { RunId = "old" })[requirement][0];
        Assert.Equal((now, identity), (sample.Value.ToJson(), sample.Identity));
    }

    [Theory]
    [InlineData(Rejected, "\"abc\"")]
    [InlineData(Accepted, "\"abcdefgh\"")]
    [InlineData("sample/Put/nothing", "1")]
    [InlineData("sample/Put/request/required-only/accepted", "1")]
    [InlineData(Rejected, "{")]
    public void ACaseThatShowsNothingAnyMoreIsRefusedWithItsLine(string requirement, string value)
    {
        var refused = Assert.Throws<CorpusFileException>(() => Of(new PromotedCase(requirement, value) { Line = 12 }));
        Assert.StartsWith("cases.json:12: ", refused.Message, StringComparison.Ordinal);
    }

    private static ImmutableDictionary<string, ImmutableArray<Sample>> Of(params ImmutableArray<PromotedCase> cases) =>
        PromotedSamples.Of(new PromotedFile("cases.json", cases), Catalog, ScriptedTarget.RunId, ScriptedTarget.Values);
}
