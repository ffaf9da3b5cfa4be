using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>The caller's context comes back verbatim (D2:62).</summary>
internal static class Contexts
{
    private sealed record Sent(ContextSample Sample, JsonValue? Context, CalledRun Run);

    /// <summary>Runs with contexts of all kinds, and one without; each webhook carries its own.</summary>
    public static async Task<Finding> ComeBackUnchanged(TestSession test)
    {
        var (sent, observations) = (new List<Sent>(), new List<Observation>());
        foreach (var sample in ContextSample.All(test.NextDraw(), test.Session.Profile.Rounds))
        {
            var one = await Send(test, sample);
            if (one.Run.IsAccepted)
                sent.Add(one);
            else
                observations.Add(
                    test.Observe(sample.Label, InterpretationTopic.AnyJson, sample.Says, one.Run.Created.InWords())
                );
        }
        if (sent.Count == 0)
            return await NoneAccepted(test);
        foreach (var (sample, context, run) in sent)
        {
            var (webhook, otherwise) = await Arrival.Of(test, run);
            if (webhook is null)
                return otherwise!;
            if (webhook.IsLegible && IsForgottenEmptiness(webhook, run, context))
                observations.Add(test.Observe(sample.Label, sample.Says, "it is absent from the webhook"));
            else if (DeliveryChecks.HasContext(webhook, run.Members.Context, context) is { IsShown: true } look)
            {
                if (look.Problem is { } problem)
                    return Changed(sample, context, problem, run, webhook);
            }
            else
                return Unread.Of(webhook)!;
        }
        return Finding.Passed(sent.Count) with { Observations = [.. observations] };
    }

    /// <summary>Any run with a callback says why.</summary>
    private static async Task<Finding> NoneAccepted(TestSession test)
    {
        await Callbacks.Start(test, "a run with a callback URL");
        return Finding.Skipped(SkipReason.NotIsolated, "a run with a callback URL is accepted once, and then no more");
    }

    private static async Task<Sent> Send(TestSession test, ContextSample sample)
    {
        JsonValue? context = null;
        var run = await Callbacks.Try(
            test,
            sample.Says,
            (request, token) => With(request, context = sample.Context?.Invoke(token))
        );
        return new(sample, context, run);

        RequestDraft With(RequestDraft request, JsonValue? value) =>
            value is null ? request : request.With(test.MemberOf(Callbacks.Context), value);
    }

    /// <summary>Nothing was stashed, and nothing comes back: as good as without a context.</summary>
    private static bool IsForgottenEmptiness(Delivery webhook, CalledRun run, JsonValue? context) =>
        context is JsonObject { Properties.IsEmpty: true }
        && webhook.Json()?.At(run.Members.Context) is null or JsonRaw { IsNull: true };

    /// <summary>The evidence is this run alone: others were started beside it.</summary>
    private static Finding Changed(
        ContextSample sample,
        JsonValue? context,
        string problem,
        CalledRun run,
        Delivery webhook
    )
    {
        var expected = context is null ? "no context, or null" : "the context unchanged";
        ImmutableArray<Step> trail = [new(sample.Says, run.Created), .. Shown.Steps(run, [webhook])];
        return Finding.Failed(new(sample.Says, expected, problem, trail) { OriginalValue = context?.ToJson() });
    }
}
