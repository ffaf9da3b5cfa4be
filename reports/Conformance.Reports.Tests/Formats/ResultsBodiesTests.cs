using System.Text;
using System.Text.Json;
using Conformance.Reports.Formats;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests.Formats;

/// <summary>Where the bodies stand in a results file.</summary>
public sealed class ResultsBodiesTests
{
    [Fact]
    public void ABodyThatComesTwiceStandsThereOnce()
    {
        var step = SampleVerdicts.AcceptsTooLong().Evidence!.Exchanges[^1];
        var body = "a body that is found easily"u8.ToArray();
        step = step with { Exchange = step.Exchange with { Response = new(400, [], body, IsTruncated: false) } };
        var failed = SampleVerdicts.AcceptsTooLong();
        var report = SampleReports.Empty() with
        {
            Verdicts = [failed with { Evidence = failed.Evidence! with { Exchanges = [step, step, step] } }],
        };
        Assert.Single(Text(report).Split("a body that is found easily").Skip(1));
        var read = ResultsJson.Read(ResultsJson.Write(report), "results.json").Verdicts[0].Evidence!.Exchanges;
        Assert.All(read, s => Assert.Equal(body, s.Exchange.Response!.Body.Bytes.ToArray()));
    }

    [Fact]
    public void ACutBodyComesBackWithTheLengthThatItHad()
    {
        var body = Body.FirstOf("beginning"u8.ToArray(), 5_000);
        var failed = SampleVerdicts.AcceptsTooLong();
        var control = SampleExchanges.NoName() with { Response = new(400, [], body, IsTruncated: false) };
        var report = SampleReports.Empty() with
        {
            Verdicts = [failed with { Evidence = failed.Evidence! with { Control = control } }],
        };
        var read = ResultsJson
            .Read(ResultsJson.Write(report), "results.json")
            .Verdicts[0]
            .Evidence!.Control!.Response!.Body;
        Assert.Equal((5_000, true, "beginning"), (read.Length, read.IsCut, Encoding.UTF8.GetString(read.Span)));
    }

    [Theory]
    [InlineData("{\"encoding\":\"utf-8\",\"content\":\"\"}")]
    [InlineData("{\"sha256\":7,\"length\":0}")]
    [InlineData("{\"sha256\":\"00\",\"length\":0}")]
    public void ABodyWithoutTheDigestOfOneThatStandsThereIsRefused(string wrong)
    {
        var failed = SampleVerdicts.AcceptsTooLong();
        var body = failed.Evidence!.Exchanges[^1].Exchange.Request.Body!.Value;
        var reference = JsonSerializer.Serialize(new { sha256 = body.Digest, length = body.Length });
        using var document = JsonDocument.Parse(ResultsJson.Write(SampleReports.Empty() with { Verdicts = [failed] }));
        var text = JsonSerializer.Serialize(document.RootElement);
        var refused = Assert.Throws<ResultsFileException>(() =>
            ResultsJson.Read(
                Encoding.UTF8.GetBytes(text.Replace(reference, wrong, StringComparison.Ordinal)),
                "results.json"
            )
        );
        Assert.Contains("body", refused.Message, StringComparison.Ordinal);
    }

    private static string Text(RunReport report) => Encoding.UTF8.GetString(ResultsJson.Write(report).Span);
}
