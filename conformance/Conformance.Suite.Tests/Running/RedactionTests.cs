using System.Text;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Running;
using Conformance.Suite.Tests.Proving;

namespace Conformance.Suite.Tests.Running;

/// <summary>Secrets that a target echoes are taken out of everything that is written.</summary>
public sealed class RedactionTests
{
    private const string Secret = "s3cret-value";
    private const string Mark = "‹redacted›";

    private static readonly Redaction Redaction = new([Secret, Secret + "-longer", "short"]);

    [Theory]
    [InlineData($"a {Secret} b {Secret}", $"a {Mark} b {Mark}")]
    [InlineData($"{Secret}-longer", Mark)]
    [InlineData("short and nothing else", "short and nothing else")]
    public void ATextIsWrittenWithoutThem(string text, string expected) => Assert.Equal(expected, Redaction.Of(text));

    [Fact]
    public void AVerdictHoldsNoneAnywhere()
    {
        var exchange = new Exchange(
            new SentRequest("PUT", "http://target.test/", [], null),
            new ReceivedResponse(
                400,
                [new Header("X-Echo", Secret)],
                Encoding.UTF8.GetBytes(Secret),
                IsTruncated: false
            )
            {
                BrokenOff = new TransportFailure(TransportFailureKind.Disconnected, Secret),
            },
            new TransportFailure(TransportFailureKind.Disconnected, Secret),
            1
        );
        var evidence = new Evidence(Secret, Secret, Secret, [new Step("it", exchange)]) { Twin = exchange };
        var requirement = new Requirement("id", "sample", "Put", "state", Level.Must, [], "It is.", []);
        var verdict = new Verdict(requirement, Outcome.Failed, Secret, 1, 1, 1)
        {
            Evidence = evidence,
            FailedCases = [Secret],
        };
        var clean = Redaction.Of(verdict);
        Assert.Equal((Mark, Mark), (clean.Reason, clean.FailedCases[0]));
        Assert.Equal((Mark, Mark, Mark), (clean.Evidence!.Case, clean.Evidence.Expected, clean.Evidence.Actual));
        foreach (var seen in new[] { clean.Evidence.Exchanges[0].Exchange, clean.Evidence.Twin! })
        {
            Assert.Equal((Mark, Mark), (seen.Response!.Headers[0].Value, seen.Response.BrokenOff!.Detail));
            Assert.Equal("(redacted)", Encoding.UTF8.GetString(seen.Response.Body.Span));
            Assert.Equal(Mark, seen.Failure!.Detail);
        }
        Assert.Same(verdict, new Redaction(["short"]).Of(verdict));
    }

    [Fact]
    public void ABodyThatHoldsNoneIsTheSameBytes()
    {
        byte[] body = [0xff, 0x00, .. "body"u8];
        var exchange = Seen.Answer(new ReceivedResponse(200, [], body, IsTruncated: false));
        var verdict = new Verdict(
            new Requirement("id", "sample", "Put", "state", Level.Must, [], "It is.", []),
            Outcome.Failed,
            null,
            1,
            1,
            1
        )
        {
            Evidence = new Evidence("c", "e", "a", [new Step("it", exchange)]),
        };
        Assert.Equal(body, Redaction.Of(verdict).Evidence!.Exchanges[0].Exchange.Response!.Body.ToArray());
    }

    [Fact]
    public void ObservationsAndCoverageHoldNoneEither()
    {
        Assert.Equal(Mark, Redaction.Of(new Observation("id", "R1", "says", Secret)).Saw);
        var none = new ClassCoverage(CoverageSide.Inside, "class", "says", CoverageStanding.NotTried, 0);
        var coverage = new ConstraintCoverage(
            "sample",
            "Put",
            "note",
            "maxLength",
            "says",
            [none with { Example = Secret, WhyNone = Secret }, none]
        );
        var classes = Redaction.Of(coverage).Classes;
        Assert.Equal((Mark, Mark), (classes[0].Example, classes[0].WhyNone));
        Assert.Equal((null, null), (classes[1].Example, classes[1].WhyNone));
    }
}
