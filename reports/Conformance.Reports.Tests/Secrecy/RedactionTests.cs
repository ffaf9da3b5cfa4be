using System.Text;
using Conformance.Reports.Formats;
using Conformance.Reports.Secrecy;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests.Secrecy;

public sealed class RedactionTests
{
    private const string Token = "IQoJb3JpZ2luX2VjE+Ab/cD9/zQ+7w//kkZ8Qm4rT0==";

    /// <summary>Writes each format of a run.</summary>
    private static readonly ImmutableDictionary<string, Func<RunReport, Task<string>>> Formats = new Dictionary<
        string,
        Func<RunReport, Task<string>>
    >
    {
        ["results.json"] = report => Task.FromResult(Encoding.UTF8.GetString(ResultsJson.Write(report).Span)),
        ["junit.xml"] = report => Task.FromResult(Encoding.UTF8.GetString(JUnitXml.Write(report).Span)),
        ["summary.md"] = report => Task.FromResult(SummaryMarkdown.Write(report)),
        ["report.html"] = HtmlReport.Write,
    }.ToImmutableDictionary();

    public static TheoryData<string> FormatNames => [.. Formats.Keys];

    public static TheoryData<string> Ways => [.. Spellings.All.Keys];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public async Task AFormatWritesTheSecretThatARedactedReportNoLongerHas(string format)
    {
        var planted = Planted(Token);
        // What shows that the search sees it, where redaction is left out of this format.
        Assert.True(Holds(await Formats[format](planted)), "the report without redaction");
        Assert.False(Holds(await Formats[format](Redaction.Of(planted, Knowing(Token)))), "the redacted report");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task NoFormatHoldsASecretHoweverItIsSpelled(string way)
    {
        var spelled = Spellings.All[way](Token);
        var redacted = Redaction.Of(Planted(spelled), Knowing(Token));
        foreach (var (name, write) in Formats)
            Assert.False((await write(redacted)).Contains(spelled[..20], StringComparison.Ordinal), name);
        Assert.DoesNotContain(
            BodiesOf(redacted),
            body => Encoding.Latin1.GetString(body.Span).Contains(spelled[..20], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void EveryTextAndEveryBodyOfTheFormatPasses()
    {
        var texts = 0;
        var bodies = 0;
        var report = SampleReports.WithEverything();
        var rewritten = new ReportRewriter(
            text => $"{texts++} {text}",
            body =>
            {
                bodies++;
                return body;
            }
        ).Rewritten(report);
        Assert.True(texts > 150, $"{texts} texts");
        Assert.True(bodies > 10, $"{bodies} bodies");
        Assert.Equal(
            report.Verdicts.Select(v => (v.Requirement, v.Outcome)),
            rewritten.Verdicts.Select(v => (v.Requirement, v.Outcome))
        );
    }

    [Fact]
    public void AReportWithoutSecretsStaysTheSame()
    {
        var report = SampleReports.WithEverything();
        Assert.Equal(
            Encoding.UTF8.GetString(ResultsJson.Write(report).Span),
            Encoding.UTF8.GetString(ResultsJson.Write(Redaction.Of(report, Knowing(Token))).Span)
        );
    }

    [Fact]
    public void HalfASurrogatePairComesThroughAsItIs()
    {
        var report = SampleReports.Empty() with { Notes = ["half a pair: \ud83d"] };
        Assert.Equal(report.Notes, Redaction.Of(report, Knowing(Token)).Notes);
    }

    [Fact]
    public void ABodyIsRedactedBeforeItIsCut()
    {
        foreach (var rest in (int[])[100, 1_000_000])
            for (var at = Redaction.LongestBody - Token.Length; at <= Redaction.LongestBody; at++)
            {
                var body = Encoding.UTF8.GetBytes(new string('x', at) + Token + new string('y', rest));
                var kept = Redaction.Of(body, Knowing(Token));
                Assert.True(kept.IsCut);
                Assert.InRange(kept.Length, Redaction.LongestBody, body.Length);
                Assert.DoesNotContain(Token[..6], Encoding.UTF8.GetString(kept.Span), StringComparison.Ordinal);
            }
    }

    [Fact]
    public void ABodyThatLosesOnlyASecretIsNotCut()
    {
        var kept = Redaction.Of(Encoding.UTF8.GetBytes($"token {Token}."), Knowing(Token));
        Assert.False(kept.IsCut);
        Assert.Equal("token (redacted).", Encoding.UTF8.GetString(kept.Span));
    }

    [Fact]
    public void AValueThatFailedStaysWholeSoThatItCanBeSentAgain()
    {
        var failed = SampleVerdicts.AcceptsTooLong();
        var value = $"\"{new string('x', 1_000_000)}\"";
        var report = SampleReports.Empty() with
        {
            Verdicts = [failed with { Evidence = failed.Evidence! with { SmallestValue = value } }],
        };
        Assert.Equal(value, Redaction.Of(report, Knowing(Token)).Verdicts[0].Evidence!.SmallestValue);
    }

    private static bool Holds(string text) =>
        Spellings.All.Values.Any(spelled => text.Contains(spelled(Token)[..20], StringComparison.Ordinal));

    /// <summary>A report with this in each of its texts and bodies.</summary>
    private static RunReport Planted(string text) =>
        new ReportRewriter(
            one => $"{one} {text}",
            body => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body.Span) + " " + text)
        ).Rewritten(SampleReports.WithEverything());

    private static List<Body> BodiesOf(RunReport report)
    {
        var bodies = new List<Body>();
        new ReportRewriter(
            text => text,
            body =>
            {
                bodies.Add(body);
                return body;
            }
        ).Rewritten(report);
        return bodies;
    }

    private static Secrets Knowing(string secret)
    {
        var secrets = new Secrets();
        secrets.Add(secret);
        return secrets;
    }
}
