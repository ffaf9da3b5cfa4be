using System.Text;
using System.Text.Json;
using Conformance.Engine.Testing;
using Conformance.Reference.Pennsieve;
using Conformance.Reports;
using static Conformance.Reference.Pennsieve.PennsieveBehaviour;

namespace Conformance.Apis.Tests.Pennsieve;

/// <summary>What shows only between the ends of a list, or a while after the response.</summary>
public sealed class LookedAtInPartTests
{
    private const string UnknownSource = "nodes/unknown-data-source";
    private const string NoneForRejected = "webhook/none-for-a-rejected-run";

    /// <summary>How long the wrong target keeps a webhook in its queue.</summary>
    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task ATargetThatLooksUpTheFirstAndTheLastDataSourceAloneFails() =>
        Assert.Equal(Outcome.Failed, await OutcomeOf(Correct with { DataSources = EndsAreKnown }, UnknownSource));

    [Fact]
    public async Task ARejectedRunThatCallsBackASecondLaterFails() =>
        Assert.Equal(Outcome.Failed, await OutcomeOf(CallsLate(), NoneForRejected));

    private static async Task<Outcome> OutcomeOf(PennsieveBehaviour behaviour, string behaviourId) =>
        (
            await PennsieveRuns.Of(
                new(),
                behaviour,
                PennsieveRuns.WithDeadline,
                options => options with { Profile = Profile.Standard },
                behaviourId
            )
        )
            .On(behaviourId)
            .Outcome;

    private static string? EndsAreKnown(JsonElement entries, WorkflowDefinition definition)
    {
        if (
            entries.ValueKind != JsonValueKind.Object
            || entries.EnumerateObject().ToList() is not [var first, .., var last]
        )
            return Correct.DataSources(entries, definition);
        var known = definition.IdsOf(NodeKind.DataSource);
        return known.Contains(first.Name) && known.Contains(last.Name)
            ? null
            : Correct.DataSources(entries, definition);
    }

    private static PennsieveBehaviour CallsLate() =>
        Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (
                    response.Status is >= 400 and < 500
                    && Correct.ReadBody(call.Request) is { Rejection: null, Object: var body }
                    && body.TryGetProperty("completionCallbackUrl", out var url)
                    && url.ValueKind == JsonValueKind.String
                    && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
                    && address.IsLoopback
                )
                    _ = CallLater(address);
                return response;
            },
        };

    private static async Task CallLater(Uri address)
    {
        await Task.Delay(Queued, TimeProvider.System);
        using var client = new HttpClient();
        using var content = new StringContent("""{"status":"FAILED"}""", Encoding.UTF8, "application/json");
        try
        {
            using var response = await client.PostAsync(address, content);
        }
        catch (HttpRequestException)
        {
            // The receiver may be gone by then.
        }
    }
}
