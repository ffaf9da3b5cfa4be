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
        var twin = SampleExchanges.NoName() with { Response = new(400, [], body, IsTruncated: false) };
        var report = SampleReports.Empty() with
        {
            Verdicts = [failed with { Evidence = failed.Evidence! with { Twin = twin } }],
        };
        var read = ResultsJson
            .Read(ResultsJson.Write(report), "results.json")
            .Verdicts[0]
            .Evidence!.Twin!.Response!.Body;
        Assert.Equal((5_000, true, "beginning"), (read.Length, read.IsCut, Encoding.UTF8.GetString(read.Span)));
    }

    [Fact]
    public void ABodyInItsPlaceAsFormat1HasItIsRead()
    {
        var failed = SampleVerdicts.AcceptsTooLong();
        var report = SampleReports.Empty() with { Verdicts = [failed] };
        var body = failed.Evidence!.Exchanges[^1].Exchange.Request.Body!.Value;
        var reference = JsonSerializer.Serialize(new { sha256 = body.Digest, length = body.Length });
        var inPlace = JsonSerializer.Serialize(
            new { encoding = "base64", content = Convert.ToBase64String(body.Span) }
        );
        using var document = JsonDocument.Parse(ResultsJson.Write(report));
        var old = JsonSerializer
            .Serialize(document.RootElement)
            .Replace(reference, inPlace, StringComparison.Ordinal)
            .Replace("\"formatVersion\":\"2.0\"", "\"formatVersion\":\"1.1\"", StringComparison.Ordinal);
        Assert.Contains("base64", old, StringComparison.Ordinal);
        var read = ResultsJson.Read(Encoding.UTF8.GetBytes(old), "results.json").Verdicts[0].Evidence!;
        Assert.Equal(body.Bytes.ToArray(), read.Exchanges[^1].Exchange.Request.Body!.Value.Bytes.ToArray());
    }

    private static string Text(RunReport report) => Encoding.UTF8.GetString(ResultsJson.Write(report).Span);
}
