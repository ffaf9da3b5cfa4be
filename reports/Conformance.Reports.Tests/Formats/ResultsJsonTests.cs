using System.Text;
using System.Text.Json;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;
using FsCheck.Xunit;
using NJsonSchema;

namespace Conformance.Reports.Tests.Formats;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class ResultsJsonTests
{
    [Fact]
    public async Task EveryMemberIsInThePublishedSchema()
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(Text(SampleReports.WithEverything())));
        Assert.Empty(schema.Validate(Text(SampleReports.Saying("x"))));
    }

    [Fact]
    public async Task TheSchemaRefusesWhatIsNotInTheFormat()
    {
        var schema = await Schema();
        var text = Text(SampleReports.WithEverything());
        Assert.NotEmpty(schema.Validate(text.Replace("\"outcome\"", "\"result\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"unsupported\"", "\"lazy\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"2.0\"", "\"3.0\"", StringComparison.Ordinal)));
    }

    [Property(MaxTest = 60)]
    public async Task HostileTextGivesADocumentOfTheSchemaThatReadsBack(string text)
    {
        var written = ResultsJson.Write(SampleReports.Saying(text));
        Assert.Empty((await Schema()).Validate(Encoding.UTF8.GetString(written.Span)));
        var read = ResultsJson.Read(written, "results.json");
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), read.RunId);
        Assert.Equal(written.ToArray(), ResultsJson.Write(read).ToArray());
    }

    [Property]
    public void BodiesKeepTheirBytesWhetherTextOrNot(string text, byte[] octets)
    {
        Assert.Equal(Encoding.UTF8.GetBytes(text), ReadBack(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(octets, ReadBack(octets));
    }

    private static byte[] ReadBack(byte[] body)
    {
        var failed = SampleVerdicts.AcceptsTooLong();
        var control = SampleExchanges.NoName() with { Response = new(400, [], body, IsTruncated: false) };
        var report = SampleReports.Empty() with
        {
            Verdicts = [failed with { Evidence = failed.Evidence! with { Control = control } }],
        };
        var read = ResultsJson.Read(ResultsJson.Write(report), "results.json");
        return read.Verdicts[0].Evidence!.Control!.Response!.Body.Bytes.ToArray();
    }

    [Fact]
    public void HowAStreamCameAndBrokeOffComesBack()
    {
        var report = SampleReports.Empty() with { Verdicts = [SampleVerdicts.BrokenStream()] };
        var read = ResultsJson.Read(ResultsJson.Write(report), "results.json");
        var steps = read.Verdicts[0].Evidence!.Exchanges;
        Assert.Null(steps[0].Exchange.Response!.Arrivals);
        Assert.Equal([new Arrival(0, 12.5), new Arrival(1_800, 1_100)], steps[2].Exchange.Response!.Arrivals!.Value);
        Assert.Equal(TransportFailureKind.Disconnected, steps[2].Exchange.Response!.BrokenOff?.Kind);
    }

    [Fact]
    public void WhatAReplayNeedsComesBack()
    {
        var report = SampleReports.WithEverything();
        var read = ResultsJson.Read(ResultsJson.Write(report), "results.json");
        Assert.Equal(
            (report.Target, report.Seed, report.RunId, report.Profile),
            (read.Target, read.Seed, read.RunId, read.Profile)
        );
        Assert.Equal(Outcomes(report).Order(), Outcomes(read));
        Assert.Equal(Conclusion.Of(report), Conclusion.Of(read));
    }

    [Fact]
    public void TheConclusionAndTheDigestStandAtTheTop()
    {
        using var document = JsonDocument.Parse(ResultsJson.Write(SampleReports.WithEverything()));
        var root = document.RootElement;
        Assert.Equal("2.0", root.GetProperty("formatVersion").GetString());
        Assert.Equal(1, root.GetProperty("conclusion").GetProperty("exitCode").GetInt32());
        Assert.Equal(64, root.GetProperty("requestsDigest").GetString()!.Length);
        Assert.Equal(3, root.GetProperty("counts").GetProperty("must").GetProperty("failed").GetInt32());
    }

    [Fact]
    public void ALaterMinorVersionWithUnknownMembersIsRead()
    {
        var later = Text(SampleReports.Conformant())
            .Replace("\"formatVersion\": \"2.0\"", "\"formatVersion\": \"2.7\", \"new\": {}", StringComparison.Ordinal);
        Assert.Equal(60, ResultsJson.Read(Encoding.UTF8.GetBytes(later), "results.json").Verdicts.Length);
    }

    [Fact]
    public void WhatWasTriedComesBack()
    {
        var report = SampleReports.WithEverything();
        var read = ResultsJson.Read(ResultsJson.Write(report), "results.json");
        Assert.Equal(
            report.Coverage.SelectMany(c => c.Classes).Select(c => (c.Name, c.Side, c.Standing, c.Values, c.WhyNone)),
            read.Coverage.SelectMany(c => c.Classes).Select(c => (c.Name, c.Side, c.Standing, c.Values, c.WhyNone))
        );
    }

    [Theory]
    [InlineData("\"1.0\"", "1.0")]
    [InlineData("\"1.1\"", "1.1")]
    [InlineData("\"3.0\"", "3.0")]
    [InlineData("\"2\"", "2")]
    [InlineData("2", "a Number")]
    public void AnotherFormatIsRefusedWithWhatIsExpectedAndWhatToDo(string version, string got)
    {
        var other = Text(SampleReports.Conformant())
            .Replace("\"formatVersion\": \"2.0\"", $"\"formatVersion\": {version}", StringComparison.Ordinal);
        var refused = Assert.Throws<ResultsFileException>(() =>
            ResultsJson.Read(Encoding.UTF8.GetBytes(other), "results.json")
        );
        Assert.Equal(
            $"results.json:2: expected results of format 2, got formatVersion {got}: run again with this version of the kit",
            refused.Message
        );
    }

    [Fact]
    public void WhatWasAskedForComesBackAsData()
    {
        var asked = SampleReports.Saying("a 'quoted' word").Request;
        var read = ResultsJson.Read(ResultsJson.Write(SampleReports.Empty() with { Request = asked }), "results.json");
        Assert.Equal(RunCommandText.Of(asked), RunCommandText.Of(read.Request));
        Assert.Equal((asked.Out, asked.RunId, asked.Seed), (read.Request.Out, read.Request.RunId, read.Request.Seed));
    }

    [Theory]
    [InlineData("", "results.json:1: not a results file")]
    [InlineData("[]", "results.json:1: expected a JSON object, got StartArray")]
    [InlineData("{\n\"runId\": \"x\"\n}", "results.json:1: expected the member formatVersion, got none")]
    [InlineData(
        "{\n\n\"formatVersion\": \"3.0\"}",
        "results.json:3: expected results of format 2, got formatVersion 3.0"
    )]
    [InlineData("{\"formatVersion\": 1}", "results.json:1: expected results of format 2, got formatVersion a Number")]
    [InlineData("{\"formatVersion\": \"2.0\", \"bodies\": []}", "results.json:1: not a results file: expected bodies")]
    [InlineData("{\"formatVersion\": \"2.0\"}", "results.json:1: not a results file")]
    [InlineData("{\n\"formatVersion\": \"2.0\",\n\"seed\": \"x\"}", "results.json:3: not a results file at $.seed")]
    [InlineData("{\"formatVersion\": \"\\ud800\"}", "results.json")]
    public void WhatIsNoResultsFileIsNamedWithLineAndNextStep(string text, string begins)
    {
        var wrong = Assert.Throws<ResultsFileException>(() =>
            ResultsJson.Read(Encoding.UTF8.GetBytes(text), "results.json")
        );
        Assert.StartsWith(begins, wrong.Message, StringComparison.Ordinal);
        Assert.Matches("run", wrong.Message);
    }

    [Fact]
    public void AByteOrderMarkIsPassedOver()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. ResultsJson.Write(SampleReports.Conformant()).Span];
        Assert.NotEmpty(ResultsJson.Read(marked, "results.json").Verdicts);
    }

    [Fact]
    public void AnotherEncodingIsNamed()
    {
        var wide = Encoding.BigEndianUnicode.GetBytes("{}");
        var refused = Assert.Throws<ResultsFileException>(() => ResultsJson.Read(wide, "results.json"));
        Assert.Equal("results.json: is in UTF-16 or UTF-32; save it as UTF-8", refused.Message);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{\"formatVersion\": \"2.1\", \"verdicts\": {0}}}")]
    [InlineData("{{\"formatVersion\": \"2.1\", \"new\": {0}}}")]
    public void ADeepFileIsASentence(string around)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, around, new string('[', 100_000));
        var refused = Assert.Throws<ResultsFileException>(() =>
            ResultsJson.Read(Encoding.UTF8.GetBytes(text), "results.json")
        );
        Assert.StartsWith("results.json:1: ", refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Message.Length, 1, 1_000);
    }

    [Fact]
    public async Task AFileThatCanNotBeReadIsNamed()
    {
        var refused = await Assert.ThrowsAsync<ResultsFileException>(() =>
            ResultsJson.ReadFile("nowhere/results.json", TestContext.Current.CancellationToken)
        );
        Assert.StartsWith("nowhere/results.json: can't be read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHalfWrittenFileIsRefusedWhereverItEnds()
    {
        var whole = ResultsJson.Write(
            SampleReports.WithEverything() with
            {
                Verdicts = [SampleVerdicts.BrokenStream()],
            }
        );
        for (var length = 0; length < whole.Length - 1; length += 13)
            Assert.Throws<ResultsFileException>(() => ResultsJson.Read(whole[..length], "results.json"));
    }

    private static IEnumerable<(string, Outcome, SkipReason?)> Outcomes(RunReport report) =>
        report.Verdicts.Select(v => (v.Requirement.Id, v.Outcome, v.Skip));

    private static string Text(RunReport report) => Encoding.UTF8.GetString(ResultsJson.Write(report).Span);

    /// <summary>The published schema, made to refuse every member that it doesn't name.</summary>
    private static async Task<JsonSchema> Schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ResultsJson.Schema, TestContext.Current.CancellationToken);
        foreach (var part in schema.Definitions.Values.Append(schema))
            Close(part);
        return schema;
    }

    private static void Close(JsonSchema schema)
    {
        if (schema.Properties.Count > 0)
            schema.AllowAdditionalProperties = false;
        foreach (var property in schema.Properties.Values)
            Close(property);
        if (schema.Item is { } item)
            Close(item);
    }
}
