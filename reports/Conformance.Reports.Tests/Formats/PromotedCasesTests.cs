using System.Text;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using NJsonSchema;

namespace Conformance.Reports.Tests.Formats;

public sealed class PromotedCasesTests
{
    private static readonly PromotedCase Case = new(
        "nova-act/CreateWorkflowRun/modelId/maxLength/rejected",
        "\"aé😀\\ud800\""
    )
    {
        RunId = "abc123",
        Says = "modelId: 101 characters",
        Seed = long.MaxValue,
        Profile = "nightly",
    };

    [Fact]
    public async Task WhatIsWrittenFollowsTheSchemaAndReadsBack()
    {
        var written = Text(Case, new PromotedCase("a/b/c/d/rejected", "{\"a\":[1.50,1e400,null]}"));
        var schema = await JsonSchema.FromJsonAsync(PromotedCases.Schema, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(written));
        var read = PromotedCases.Read(Encoding.UTF8.GetBytes(written), "cases.json");
        Assert.Equal("{\"a\":[1.50,1e400,null]}", read[0].Value);
        Assert.Equal(@"""a\u00e9\ud83d\ude00\ud800""", read[1].Value);
        Assert.Equal(Case with { Value = read[1].Value, Line = read[1].Line }, read[1]);
        Assert.Equal(written, Text([.. read]));
    }

    [Fact]
    public void AByteOrderMarkIsPassedOver()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. PromotedCases.Write([Case]).Span];
        Assert.Equal(Case.Requirement, Assert.Single(PromotedCases.Read(marked, "cases.json")).Requirement);
    }

    [Fact]
    public void AnotherEncodingIsNamed()
    {
        var wide = Encoding.Unicode.GetBytes(Text(Case));
        var refused = Assert.Throws<CorpusFileException>(() => PromotedCases.Read(wide, "cases.json"));
        Assert.Equal("cases.json: is in UTF-16 or UTF-32; save it as UTF-8", refused.Message);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{\"formatVersion\": \"1.0\", \"cases\": {0}}}")]
    [InlineData("{{\"formatVersion\": \"1.0\", \"cases\": [{{\"requirement\": \"a\", \"value\": {0}}}]}}")]
    [InlineData("{{\"new\": {0}}}")]
    public void ADeepFileIsASentence(string around)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, around, new string('[', 100_000));
        var refused = Assert.Throws<CorpusFileException>(() =>
            PromotedCases.Read(Encoding.UTF8.GetBytes(text), "cases.json")
        );
        Assert.StartsWith("cases.json:1: ", refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Message.Length, 1, 1_000);
    }

    [Fact]
    public void EachCaseKnowsItsLine()
    {
        var text =
            "{\n\"formatVersion\": \"1.3\",\n\"new\": {},\n\"cases\": [\n{\"requirement\": \"a\", \"value\": 1},\n\n  {\"requirement\": \"b\", \"value\": null}\n]}";
        Assert.Equal([5, 7], PromotedCases.Read(Encoding.UTF8.GetBytes(text), "cases.json").Select(c => c.Line));
    }

    [Theory]
    [InlineData("", "cases.json:1: not a file of promoted cases")]
    [InlineData("[]", "cases.json:1: expected an object, got StartArray")]
    [InlineData("{}", "cases.json:1: expected the members formatVersion and cases")]
    [InlineData("{\n\"formatVersion\": \"2.0\",\n\"cases\": []}", "cases.json:2: expected formatVersion 1.x, got 2.0")]
    [InlineData("{\"formatVersion\": \"1.0\",\n\"cases\": {}}", "cases.json:2: expected a list of cases")]
    [InlineData("{\"formatVersion\": \"1.0\",\n\"cases\": [\n1]}", "cases.json:3: expected a case, got Number")]
    [InlineData("{\"formatVersion\": \"1.0\",\n\"cases\": [\n{\"value\": 1}]}", "cases.json:3: expected a case with")]
    [InlineData(
        "{\"formatVersion\": \"1.0\", \"cases\": [{\"requirement\": 1, \"value\": 1}]}",
        "cases.json:1: expected a text"
    )]
    [InlineData("{\"formatVersion\": \"1.0\", \"cases\": []\n", "cases.json:2: not a file of promoted cases")]
    [InlineData(
        "{\"formatVersion\": \"1.0\", \"cases\": [{\"requirement\": \"\\ud800\", \"value\": 1}]}",
        "cases.json"
    )]
    public void WhatIsNoSuchFileIsNamedWithLineAndNextStep(string text, string begins)
    {
        var wrong = Assert.Throws<CorpusFileException>(() =>
            PromotedCases.Read(Encoding.UTF8.GetBytes(text), "cases.json")
        );
        Assert.StartsWith(begins, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailureGivesItsSmallestValueAndTheRunsIdWhereTheValueHoldsIt()
    {
        var report = SampleReports.WithEverything();
        var verdict = SampleVerdicts.AcceptsTooLong();
        var plain = PromotedCase.Of(report, verdict)!;
        Assert.Equal((verdict.Requirement.Id, verdict.Evidence!.SmallestValue), (plain.Requirement, plain.Value));
        Assert.Null(plain.RunId);
        var evidence = verdict.Evidence with { SmallestValue = $"\"{report.RunId}-x\"" };
        var own = PromotedCase.Of(report, verdict with { Evidence = evidence })!;
        Assert.Equal(report.RunId, own.RunId);
        Assert.Equal("\"other1-x\"", own.ValueIn("other1"));
        Assert.True(own.IsSameAs(own with { Value = "\"other1-x\"", RunId = "other1", Seed = 1 }));
        Assert.Null(PromotedCase.Of(report, verdict with { Outcome = Outcome.Passed }));
        Assert.Null(PromotedCase.Of(report, SampleVerdicts.Errored()));
    }

    private static string Text(params PromotedCase[] cases) => Encoding.UTF8.GetString(PromotedCases.Write(cases).Span);
}
