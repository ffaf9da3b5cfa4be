using System.Text;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>What arrives at a callback and is no documented webhook is judged, and not waited out again and again.</summary>
public sealed class OtherThanWebhooksTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    [Fact]
    public async Task AWebhookInTheWrongMethodIsJudgedAtOnce()
    {
        var report = await PennsieveRuns.Of(Sending(w => w with { Method = "GET" }), "webhook/*");
        Assert.Equal(["webhook/one-at-the-end"], report.Ids(Outcome.Failed));
        Assert.Contains("a GET request", report.On("webhook/one-at-the-end").Reason, StringComparison.Ordinal);
        Assert.Empty(report.Ids(Outcome.Errored));
    }

    [Fact]
    public async Task ATargetThatFirstAsksWhetherThereIsAReceiverIsRight()
    {
        var curious = Sending(w =>
            Encoding.UTF8.GetString(w.Body.Span).Contains("STARTED", StringComparison.Ordinal)
                ? w with
                {
                    Method = "HEAD",
                    Body = default,
                }
                : w
        ) with
        {
            OnStarted = WebhookOccasion.AtTheEnd,
        };
        var report = await PennsieveRuns.Of(curious, "webhook/*");
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.Ids(Outcome.Errored).IsEmpty, report.NotPassed());
    }

    [Fact]
    public async Task ATargetThatOnlyAsksHasSentNoWebhook()
    {
        var time = new TimeForWebhooks(PennsieveRuns.Deadline);
        var asking = Sending(w => w with { Method = "GET", Body = default }) with
        {
            IsDelivered = status =>
            {
                time.NoMoreCome();
                return Correct.IsDelivered(status);
            },
        };
        var report = await PennsieveRuns.Of(
            new(),
            asking,
            PennsieveRuns.WithDeadline,
            options => options with { Time = time },
            "webhook/status"
        );
        var verdict = report.On("webhook/status");
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains(
            "GET with an empty body, and none within 3 s, while the run is shown as SUCCEEDED",
            verdict.Reason,
            StringComparison.Ordinal
        );
        Assert.Equal("GET", verdict.Evidence!.Exchanges[^1].Exchange.Request.Method);
    }

    [Fact]
    public async Task AWebhookThatIsLargerThanTheKitReadsIsInconclusiveAtOnce()
    {
        var body = new byte[17_000_000];
        var report = await PennsieveRuns.Of(
            Sending(w => w with { Body = body }),
            "webhook/status",
            "webhook/signed",
            "webhook/one-at-the-end"
        );
        Assert.Equal(3, Conclusion.Of(report).ExitCode);
        Assert.All(
            report.Verdicts.Where(v => v.Requirement.Id.EndsWith("signed", StringComparison.Ordinal) is false),
            v =>
            {
                Assert.Equal(Outcome.Errored, v.Outcome);
                Assert.Contains("larger than the kit reads", v.Reason, StringComparison.Ordinal);
            }
        );
        // Its header has arrived, and can be judged.
        Assert.Equal(Outcome.Passed, report.On("webhook/signed").Outcome);
    }

    private static PennsieveBehaviour Sending(Func<Webhook, Webhook> finish) => Correct with { FinishWebhook = finish };
}
