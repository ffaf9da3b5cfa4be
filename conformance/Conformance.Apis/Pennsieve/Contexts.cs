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
                observations.Add(Rejected(test, sample, one.Run.Created));
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
                    return await Changed(test, new Sent(sample, context, run), problem, webhook);
                if (context is not null)
                    observations.AddRange(Rounded(test, sample, context, run, webhook));
            }
            else
                return Unread.Of(webhook)!;
        }
        return await OfOthers(test) ?? Finding.Passed(sent.Count) with { Observations = [.. observations] };
    }

    /// <summary>The webhooks of runs that were started for something else: what else a request says must not matter.</summary>
    private static async Task<Finding?> OfOthers(TestSession test)
    {
        foreach (var (run, webhook) in EveryWebhook.Of(test).Where(each => each.Webhook.IsLegible))
            if (
                EveryWebhook.ContextOf(test, run) is { Properties.IsEmpty: false } context
                && DeliveryChecks.HasContext(webhook, run.Members.Context, context).Problem is { } problem
            )
                return await Changed(
                    test,
                    new Sent(new ContextSample("elsewhere", run.Says, _ => context), context, run),
                    problem,
                    webhook
                );
        return null;
    }

    private static Observation Rejected(TestSession test, ContextSample sample, Exchange created) =>
        sample.IsLarge
            ? test.Observe(sample.Label, "", sample.Says, created.InWords())
            : test.Observe(sample.Label, InterpretationTopic.AnyJson, sample.Says, created.InWords());

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
            value is null
                ? request.Without(test.MemberOf(Callbacks.Context))
                : request.With(test.MemberOf(Callbacks.Context), value);
    }

    /// <summary>Nothing was stashed, and nothing comes back: as good as without a context.</summary>
    private static bool IsForgottenEmptiness(Delivery webhook, CalledRun run, JsonValue? context) =>
        context is JsonObject { Properties.IsEmpty: true }
        && webhook.Json()?.At(run.Members.Context) is null or JsonRaw { IsNull: true };

    /// <summary>Numbers of more digits than a double holds, which came back as a double.</summary>
    private static IEnumerable<Observation> Rounded(
        TestSession test,
        ContextSample sample,
        JsonValue context,
        CalledRun run,
        Delivery webhook
    ) =>
        DeliveryChecks
            .PrecisionLost(webhook, run.Members.Context, context)
            .Take(1)
            .Select(lost => test.Observe(sample.Label, InterpretationTopic.RoundedNumber, sample.Says, lost.InWords()));

    /// <summary>The smallest case that shows it: of what is at the top of the context only the first that is changed.</summary>
    private static async Task<Finding> Changed(TestSession test, Sent sent, string problem, Delivery webhook)
    {
        test.NoteFailure();
        if (ContextChange.FirstPart(sent.Context, webhook, sent.Run.Members.Context) is not { } part)
            return Fails(sent, problem, webhook);
        var sample = new ContextSample(sent.Sample.Label, $"{sent.Sample.Says}, of which only a part", Smaller);
        var smaller = await Send(test, sample);
        if (smaller.Run.IsAccepted && (await Arrival.Of(test, smaller.Run)).Webhook is { } again)
            if (DeliveryChecks.HasContext(again, smaller.Run.Members.Context, smaller.Context).Problem is { } same)
                return Fails(smaller, same, again, original: sent.Context);
        return Fails(sent, problem, webhook);

        JsonObject Smaller(string token) => new([.. Callbacks.Mark(token).Properties, part]);
    }

    /// <summary>The evidence is this run alone: others were started beside it.</summary>
    private static Finding Fails(Sent sent, string problem, Delivery webhook, JsonValue? original = null)
    {
        var (sample, context, run) = sent;
        var expected = context is null ? "no context, or null" : "the context unchanged";
        ImmutableArray<Step> trail = [new(sample.Says, run.Created), .. Shown.Steps(run, [webhook])];
        return Finding.Failed(
            new(sample.Says, expected, problem, trail)
            {
                OriginalValue = (original ?? context)?.ToJson(),
                SmallestValue = original is null ? null : context?.ToJson(),
            }
        );
    }
}
