using System.Text;
using Conformance.Reports.Formats;
using Conformance.Reports.Secrecy;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests.Secrecy;

public sealed class EvidenceBudgetTests
{
    private const string Token = "IQoJb3JpZ2luX2VjE+Ab/cD9/zQ+7w//kkZ8Qm4rT0==";

    [Fact]
    public void WhatIsShortStaysAsItIs()
    {
        var evidence = SampleVerdicts.ForgetsToken().Evidence!;
        var kept = new EvidenceBudget(new Secrets()).Of(evidence);
        Assert.Equal(evidence.Exchanges.Select(Text), kept.Exchanges.Select(Text));
        Assert.All(kept.Exchanges, s => Assert.False(s.Exchange.Response!.Body.IsCut));
    }

    [Fact]
    public void ABodyThatComesOftenCostsOnce()
    {
        var budget = new EvidenceBudget(new Secrets());
        var body = Random(seed: 1, 60_000);
        for (var i = 0; i < 2_000; i++)
            Assert.Equal(60_000, budget.Of(With(body)).Exchanges[^1].Exchange.Response!.Body.Span.Length);
    }

    [Fact]
    public void OnceTheBudgetIsSpentOnlyTheBeginningOfTheLastExchangeIsKept()
    {
        var budget = new EvidenceBudget(new Secrets());
        var kept = Enumerable.Range(0, 400).Select(i => budget.Of(With(Random(i, 60_000)))).ToList();
        var last = Assert.Single(kept[^1].Exchanges).Exchange.Response!;
        Assert.Equal((60_000, true, 512), (last.Body.Length, last.Body.IsCut, last.Body.Span.Length));
        Assert.Equal(60_000, kept[0].Exchanges[^1].Exchange.Response!.Body.Span.Length);
        Assert.InRange(
            kept.SelectMany(e => e.Exchanges).Sum(s => s.Exchange.Response!.Body.Span.Length),
            EvidenceBudget.Bytes / 2,
            EvidenceBudget.Bytes + (400 * 512)
        );
    }

    [Fact]
    public void AShortSecretThatFillsALongBodyIsTakenOutWholeBeforeTheCut()
    {
        var secrets = new Secrets();
        secrets.Add("abcdef");
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("abcdef ", 12_000)));
        var kept = new EvidenceBudget(secrets).Of(With(body)).Exchanges[^1].Exchange.Response!.Body;
        Assert.True(kept.IsCut);
        Assert.DoesNotContain("abcdef", Encoding.UTF8.GetString(kept.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void EndlessHeadersAreCutAndCounted()
    {
        ImmutableArray<Header> endless =
        [
            .. Enumerable.Range(0, 5_000).Select(i => new Header($"X-{i}", new string('x', 100))),
        ];
        var evidence = With([], endless);
        var kept = new EvidenceBudget(new Secrets()).Of(evidence).Exchanges[^1].Exchange.Response!.Headers;
        Assert.InRange(kept.Length, 50, 200);
        Assert.Equal(new Header("…", $"{5_000 - kept.Length + 1} more header lines"), kept[^1]);
    }

    [Fact]
    public void ASecretAtTheCutOfAHeaderLeavesNothingBehind()
    {
        var secrets = new Secrets();
        secrets.Add(Token);
        for (var before = 16 * 1024 - 2 * Token.Length; before < 16 * 1024; before++)
        {
            var evidence = With([], [new Header("X", new string('x', before) + Token + new string('y', 900))]);
            var value = new EvidenceBudget(secrets).Of(evidence).Exchanges[^1].Exchange.Response!.Headers[0].Value;
            Assert.DoesNotContain(Token[..6], value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheReportOfATargetThatAlwaysSendsSomethingElseStaysSmall()
    {
        var budget = new EvidenceBudget(new Secrets());
        var failed = SampleVerdicts.AcceptsTooLong();
        var report = SampleReports.Empty() with
        {
            Verdicts =
            [
                .. Enumerable
                    .Range(0, 1_500)
                    .Select(i =>
                        failed with
                        {
                            Requirement = failed.Requirement with { Id = $"{failed.Requirement.Id}/{i}" },
                            Evidence = budget.Of(With(Random(i, 100_000))),
                        }
                    ),
            ],
        };
        var clean = Redaction.Of(report, new Secrets());
        var bytes =
            ResultsJson.Write(clean).Length
            + JUnitXml.Write(clean).Length
            + Encoding.UTF8.GetByteCount(SummaryMarkdown.Write(clean))
            + Encoding.UTF8.GetByteCount(await HtmlReport.Write(clean));
        Assert.InRange(bytes, 1_000_000, 20_000_000);
    }

    private static Evidence With(byte[] body, ImmutableArray<Header> headers = default)
    {
        var evidence = SampleVerdicts.AcceptsTooLong().Evidence!;
        var step = evidence.Exchanges[^1];
        var response = new ReceivedResponse(500, headers.IsDefault ? [] : headers, body, IsTruncated: false);
        step = step with { Exchange = step.Exchange with { Response = response } };
        return evidence with { Exchanges = [step, step], Control = null };
    }

    private static byte[] Random(int seed, int bytes)
    {
        var body = new byte[bytes];
        new Random(seed).NextBytes(body);
        return body;
    }

    private static string Text(Step step) => Encoding.UTF8.GetString(step.Exchange.Response!.Body.Span);
}
