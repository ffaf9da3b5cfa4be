using System.Text;
using System.Text.Json;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>Who rejects a run and calls back for it fails, whenever the webhook comes.</summary>
public sealed class RejectedRunTests
{
    private const string Id = "webhook/none-for-a-rejected-run";
    private const int Conflict = 409;

    private static readonly PennsieveBehaviour Correct = PennsieveBehaviour.Correct;

    [Theory]
    [InlineData(null)]
    [InlineData(Conflict)]
    public async Task AWebhookOfARejectedRunFails(int? status)
    {
        var report = await Of(CallsWhere(s => status is null || s == status), Id);
        Assert.True(report.On(Id).Outcome == Outcome.Failed, report.NotPassed());
    }

    /// <summary>Nobody waits for it: it comes while the others are tested.</summary>
    [Fact]
    public async Task AWebhookOfARejectedRunThatComesLateFails()
    {
        var report = await Of(CallsWhere(status => status == Conflict, after: TimeSpan.FromSeconds(0.5)));
        Assert.True(report.On(Id).Outcome == Outcome.Failed, report.NotPassed());
        Assert.StartsWith(
            "a run with a layer that is not READY, which was rejected",
            report.On(Id).Reason,
            StringComparison.Ordinal
        );
    }

    private static Task<RunReport> Of(PennsieveBehaviour behaviour, params string[] ids) =>
        PennsieveRuns.Of(
            new(),
            behaviour,
            PennsieveRuns.WithDeadline,
            options => options with { Profile = Engine.Testing.Profile.Standard },
            ids
        );

    /// <summary>What was begun before all was checked ends as failed, and says so.</summary>
    private static PennsieveBehaviour CallsWhere(Func<int, bool> isSuch, TimeSpan after = default) =>
        Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (
                    response.Status is >= 400 and < 500
                    && isSuch(response.Status)
                    && Correct.ReadBody(call.Request) is { Rejection: null, Object: var body }
                    && body.TryGetProperty("completionCallbackUrl", out var url)
                    && url.ValueKind == JsonValueKind.String
                    && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
                    && address.IsLoopback
                )
                    Call(address, after);
                return response;
            },
        };

    private static void Call(Uri address, TimeSpan after)
    {
        if (after == default)
            Call(address);
        else
            _ = Task.Delay(after).ContinueWith(_ => Call(address), TaskScheduler.Default);
    }

    private static void Call(Uri address)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent("""{"status":"FAILED"}""", Encoding.UTF8, "application/json"),
        };
        using var response = client.Send(request);
    }
}
