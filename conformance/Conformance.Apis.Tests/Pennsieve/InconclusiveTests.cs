using Conformance.Engine.Configuration;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>What can't be told is not held against the target, and does not pass either.</summary>
public sealed class InconclusiveTests
{
    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    /// <summary>Calls back for runs that succeed alone, and reads no runs.</summary>
    private static readonly PennsieveBehaviour Quiet = Correct with
    {
        OnEnded = o => o.Run.Status == RunStatus.Succeeded ? WebhookOccasion.AtTheEnd(o) : [],
        Route = (method, target, options) =>
            method == "GET"
                ? new(null, "", new Rejection(404, "NotFound", "there is no such path"))
                : Correct.Route(method, target, options),
    };

    private readonly TimeForWebhooks time = new(PennsieveRuns.Deadline);

    [Fact]
    public async Task ATargetThatNeverCallsBackMayJustNotReachTheReceiver()
    {
        var report = await Of(Correct with { OnEnded = _ => [] }, "webhook/*");
        Assert.Equal(3, Conclusion.Of(report).ExitCode);
        Assert.All(
            report.Verdicts,
            v =>
            {
                Assert.Equal(Outcome.Errored, v.Outcome);
                Assert.Matches(@"no webhook at all has arrived within 3 s at http://127\.0\.0\.1:\d+/", v.Reason);
            }
        );
    }

    [Fact]
    public async Task TheKitsOwnTargetDoesReachTheReceiver()
    {
        var report = await Of(Correct with { OnEnded = _ => [] }, "webhook/status", isEmbedded: true);
        Assert.Equal(Outcome.Failed, report.On("webhook/status").Outcome);
        Assert.Contains(
            "while the run is shown as SUCCEEDED",
            report.On("webhook/status").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ARunThatGoesOnLongerThanTheDeadlineIsNotWrong()
    {
        time.NoMoreCome();
        var report = await Of(Correct, "webhook/status", Endless, isEmbedded: true);
        Assert.Equal(Outcome.Errored, report.On("webhook/status").Outcome);
        Assert.Contains("the run is shown as STARTED", report.On("webhook/status").Reason, StringComparison.Ordinal);
        Assert.Equal(3, Conclusion.Of(report).ExitCode);
    }

    [Fact]
    public async Task ADeadlineThatTheConfigurationDeclaresBindsWhereNothingShowsTheRun()
    {
        var report = await Of(Quiet, "webhook/failed-run");
        var verdict = report.On("webhook/failed-run");
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.Contains("none within the 3 s that the configuration allows", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheUsualDeadlineBindsNobody()
    {
        var usual = new TimeForWebhooks(TimeSpan.FromSeconds(30));
        var report = await PennsieveRuns.Of(
            new(),
            usual.Watching(Quiet),
            PennsieveRuns.Configuration,
            options => options with { Time = usual },
            "webhook/failed-run"
        );
        var verdict = report.On("webhook/failed-run");
        Assert.Equal(Outcome.Errored, verdict.Outcome);
        Assert.Contains(
            "nothing shows whether the run has ended; set webhook.deadlineSeconds",
            verdict.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AWebhookThatComesLongBeforeTheEndIsTooEarly()
    {
        var hasty = Correct with
        {
            OnStarted = o => WebhookOccasion.AtTheEnd(o with { Run = o.Run with { Status = RunStatus.Succeeded } }),
        };
        var report = await Of(hasty, "webhook/one-at-the-end", Endless);
        var verdict = report.On("webhook/one-at-the-end");
        Assert.Equal(Outcome.Failed, verdict.Outcome);
        Assert.EndsWith(
            "the webhook, while the run is still shown as STARTED",
            verdict.Reason,
            StringComparison.Ordinal
        );
        Assert.Equal("POST", verdict.Evidence!.Exchanges[^1].Exchange.Request.Method);
        Assert.Contains(
            "Signature=‹redacted›",
            verdict
                .Evidence.Exchanges[^1]
                .Exchange.Request.Headers.Select(h => h.Value)
                .Single(v => v.StartsWith("AWS4", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ATargetThatTakesNoSuchUrlIsToldToBeGivenAnother()
    {
        var strict = Correct with
        {
            ChooseMode = asked =>
                asked.CallbackUrl is { Host: var host } && !host.EndsWith(".on.aws", StringComparison.Ordinal)
                    ? Mode.Rejected(new(400, "BadRequest", "no Lambda Function URL"))
                    : Mode.Choose(asked),
        };
        var report = await PennsieveRuns.Of(strict, "webhook/*");
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.MissingFixture, v.Skip));
        Assert.Contains(
            "(R35); name a base URL that it takes as webhook.publicUrl",
            report.On("webhook/status").Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(3, Conclusion.Of(report).ExitCode);
    }

    [Fact]
    public async Task AFixtureThatDoesNotMakeTheRunFailIsNotTheTargetsFault()
    {
        var report = await PennsieveRuns.Of(
            Correct with
            {
                OutcomeOf = _ => RunStatus.Succeeded,
            },
            "webhook/failed-run",
            "webhook/canceled-run"
        );
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.NotIsolated, v.Skip));
        Assert.Contains(
            "correct the fixture failingRun",
            report.On("webhook/failed-run").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AStatusUnderAnotherNameHasToBeNamed()
    {
        var report = await PennsieveRuns.Of(
            Correct with
            {
                WriteWebhook = (writer, run) => writer.WriteString("state", run.Status),
            },
            "webhook/status",
            "webhook/one-at-the-end"
        );
        Assert.Equal(SkipReason.MissingFixture, report.On("webhook/status").Skip);
        Assert.Equal(Outcome.Passed, report.On("webhook/one-at-the-end").Outcome);
    }

    [Theory]
    [InlineData(null, "http://192.0.2.1/", "can't call this machine at 127.0.0.1")]
    [InlineData("{ listen: '192.0.2.7:0' }", "http://192.0.2.1/", null)]
    [InlineData("{ publicUrl: 'https://tunnel.example' }", "http://192.0.2.1/", null)]
    [InlineData(null, "http://localhost:1/", null)]
    public void ATargetElsewhereHasToBeToldWhereToCall(string? webhook, string target, string? why)
    {
        var section = webhook is null ? "{}" : $"{{ webhook: {webhook} }}";
        var configuration = ConfigurationFile.Parse(
            $"apis: {{ pennsieve: {section} }}",
            "c.yaml",
            [PennsieveRuns.Planned]
        );
        var desk = new Engine.Webhooks.WebhookSession(
            configuration.For("pennsieve").Webhook,
            "run7",
            new Uri(target),
            TimeProvider.System
        );
        Assert.Equal(why is null, desk.WhyNot is null);
        Assert.Contains(why ?? "", desk.WhyNot ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAKeySignaturesAreOnlyLookedFor()
    {
        var report = await PennsieveRuns.Of(new(), Correct, c => c with { Webhook = new() }, "webhook/sign*");
        Assert.Equal(SkipReason.NotApplicable, report.On("webhook/signature-valid").Skip);
        Assert.Equal(Outcome.Passed, report.On("webhook/signed").Outcome);
        Assert.Equal(0, Conclusion.Of(report).ExitCode);
    }

    private static PennsieveOptions Endless => new() { RunDelay = TimeSpan.FromHours(1) };

    /// <summary>With a deadline that is declared, and passes once a run has ended without its webhook.</summary>
    private Task<RunReport> Of(
        PennsieveBehaviour behaviour,
        string ids,
        PennsieveOptions? setUp = null,
        bool isEmbedded = false
    ) =>
        PennsieveRuns.Of(
            setUp ?? new(),
            time.Watching(behaviour),
            PennsieveRuns.WithDeadline,
            options => options with { Time = time, IsEmbedded = isEmbedded },
            ids
        );
}
