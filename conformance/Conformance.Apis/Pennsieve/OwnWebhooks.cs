using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// Each webhook is about its own run (D2:57) and carries that run's context (D2:62), whatever was asked for at the same time
/// or before.
/// </summary>
internal static class OwnWebhooks
{
    private const string Label = "name";

    // Each of them follows one with a context.
    private static readonly ImmutableArray<bool> Sequence = [false, true];

    private sealed record Rival(string Says, CalledRun Run, JsonValue? Context);

    /// <summary>Runs at once that differ in everything and look alike, and runs one after the other.</summary>
    public static async Task<Finding> CarryTheirOwn(TestSession test)
    {
        var alone = await Start(test, "a run alone", Callbacks.Token(test));
        if (!alone.Run.IsAccepted)
            await Callbacks.Start(test, "a run with a callback URL");
        var (control, otherwise) = await Arrival.Of(test, alone.Run);
        if (control is null)
            return otherwise is { Outcome: Outcome.Failed, Reason: var silent }
                ? Finding.Skipped(SkipReason.NotIsolated, $"no run alone sends its webhook either: {silent}")
                : otherwise!;
        // Where even that context is changed, only what is of another run is a mix-up.
        var isKept = DeliveryChecks.HasContext(control, alone.Run.Members.Context, alone.Context) is { Problem: null };
        var judged = 0;
        for (var round = 0; round < test.Session.Profile.Rounds; round++)
        {
            test.BeginCase();
            var rivals = await AtOnce(test);
            if (await Problem(test, rivals, isKept) is { } mixed)
                return mixed;
            judged += rivals.Length;
        }
        test.BeginCase();
        var after = await OneAfterTheOther(test);
        return await Problem(test, after, isKept) ?? Finding.Passed(judged + after.Length);
    }

    /// <summary>Of equal length and with a common beginning, so that whoever cuts or pads keys mixes them up.</summary>
    private static async Task<ImmutableArray<Rival>> AtOnce(TestSession test)
    {
        var beginning = Callbacks.Token(test);
        var count = test.Session.Profile.AtOnce;
        var started = Enumerable
            .Range(0, count)
            .Select(n => Start(test, $"run {n + 1} of {count} at once", Name(beginning, n), isAtOnce: true))
            .ToList();
        var rivals = (await Task.WhenAll(started)).Where(r => r.Run.IsAccepted).ToImmutableArray();
        return rivals.Length > 1
            ? rivals
            : throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"of {count} runs at once {rivals.Length} were accepted, while one alone is"
            );
    }

    private static string Name(string beginning, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{beginning}{n:x4}");

    /// <summary>Nothing is kept of an earlier request: with a context after one without, and the reverse.</summary>
    private static async Task<ImmutableArray<Rival>> OneAfterTheOther(TestSession test)
    {
        var runs = ImmutableArray.CreateBuilder<Rival>();
        foreach (var hasContext in Sequence)
        {
            var says = hasContext ? "a run with a context" : "a run without a context, after one with";
            var rival = await Start(test, says, Callbacks.Token(test), hasContext: hasContext);
            if (rival.Run.IsAccepted)
                runs.Add(rival);
        }
        return runs.ToImmutable();
    }

    private static async Task<Rival> Start(
        TestSession test,
        string says,
        string token,
        bool isAtOnce = false,
        bool hasContext = true
    )
    {
        var context = hasContext ? ContextOf(token) : null;
        var run = await Callbacks.Try(
            test,
            says,
            (request, _) => With(test, request, context, token) with { IsAtOnceWithOthers = isAtOnce },
            new CallbackPlan { Token = token }
        );
        return new(says, run, context);
    }

    private static JsonObject ContextOf(string token) =>
        new([
            .. Callbacks.Mark(token).Properties,
            new JsonProperty("conversation", new JsonText($"conversation {token}")),
            new JsonProperty("of", new JsonArray([new JsonText(token), new JsonText($"{token}{token}")])),
        ]);

    private static RequestDraft With(TestSession test, RequestDraft request, JsonObject? context, string token)
    {
        var labelled = request.With(test.MemberOf(Label), new JsonText($"{test.Session.Draw.Prefix} {token}"));
        var member = test.MemberOf(Callbacks.Context);
        return context is null ? labelled.Without(member) : labelled.With(member, context);
    }

    private static async Task<Finding?> Problem(TestSession test, ImmutableArray<Rival> rivals, bool isKept)
    {
        foreach (var rival in rivals)
        {
            var callback = rival.Run.Callback;
            var within = test.Session.Webhooks.Deadline;
            if (!await callback.WaitUntil(all => all.Any(d => d.IsWebhook), within, test.Cancel))
                return (await Arrival.Of(test, rival.Run)).Otherwise;
            foreach (var webhook in callback.Deliveries.Where(d => d.IsWebhook && d.IsLegible))
                if (OfAnother(rivals, rival, webhook) is { } mixed)
                    return Fails(test, rival, mixed, webhook);
            if (rival.Run.Own(callback.Deliveries) is [var own, ..] && Changed(test, rival, own, isKept) is { } changed)
                return Fails(test, rival, changed, own);
        }
        return null;
    }

    /// <summary>What is wrong with the context of a run's own webhook; where none was sent, only one of another run is.</summary>
    private static string? Changed(TestSession test, Rival rival, Delivery own, bool isKept)
    {
        var members = rival.Run.Members;
        if (rival.Context is not null)
            return isKept ? DeliveryChecks.HasContext(own, members.Context, rival.Context).Problem : null;
        var others = test.Session.Webhooks.Runs.Where(r => r.Callback.Token != rival.Run.Callback.Token);
        return others.Any(r => CalledRun.IsAbout(own, members, null, r.Callback.Token))
            ? $"one with the context of another run: {own.InWords()}"
            : null;
    }

    /// <summary>What of another run is in this webhook; null where nothing is. Who names runs in another way is not judged.</summary>
    private static string? OfAnother(ImmutableArray<Rival> rivals, Rival own, Delivery webhook)
    {
        foreach (var other in rivals.Where(r => r != own))
        {
            if (other.Run.Id is { } id && id != own.Run.Id && IsNamed(webhook, own.Run.Members, id))
                return $"one that names the run {id}, which is {other.Says}";
            if (CalledRun.IsAbout(webhook, own.Run.Members, null, other.Run.Callback.Token))
                return $"one with the context of {other.Says}: {webhook.InWords()}";
        }
        return null;
    }

    private static bool IsNamed(Delivery webhook, WebhookMembers members, string id) =>
        webhook.Text(members.Run) is { } named && named.Equals(id, StringComparison.OrdinalIgnoreCase);

    private static Finding Fails(TestSession test, Rival rival, string problem, Delivery webhook)
    {
        test.NoteFailure();
        var expected = rival.Context is null ? "a webhook of its own, without a context" : "a webhook of its own";
        ImmutableArray<Step> trail = [new(rival.Says, rival.Run.Created), .. Shown.Steps(rival.Run, [webhook])];
        return Finding.Failed(new Evidence(rival.Says, expected, problem, trail));
    }
}
