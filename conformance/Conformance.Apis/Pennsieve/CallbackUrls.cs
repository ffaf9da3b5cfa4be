using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// A webhook arrives at the URL that the request gave (D2:57), in every legal form of one. What a reader of URLs may
/// normalise (RFC 3986, 6.2.2) is the same URL; what decodes to the same is recorded.
/// </summary>
internal static class CallbackUrls
{
    private sealed record Called(UrlForm Form, CalledRun Run);

    /// <summary>Runs with URLs of all forms, and all other runs of the conformance run.</summary>
    public static async Task<Finding> AreCalledAsGiven(TestSession test)
    {
        var receiver = await test.Session.Webhooks.Receiver();
        var observations = new List<Observation>();
        var called = new List<Called>();
        foreach (var form in FormsOf(test, receiver))
            called.AddRange(await Send(test, form, observations));
        if (called.Count == 0)
            await Callbacks.Start(test, "a run with a callback URL");
        foreach (var one in called)
        {
            var (webhook, otherwise) = await Arrival.Of(test, one.Run);
            if (webhook is null)
                return otherwise!;
            if (await Look(test, one, webhook, observations) is { } problem)
                return problem;
        }
        return OfOthers(test, receiver) ?? Finding.Passed(called.Count) with { Observations = [.. observations] };
    }

    private static ImmutableArray<UrlForm> FormsOf(TestSession test, WebhookReceiver receiver) =>
        UrlForm.All(
            eachAlone: test.Session.Profile.Rounds > 1,
            hasLetters: receiver.PublicUrl.HostNameType == UriHostNameType.Dns
        );

    /// <summary>The run with such a URL; where that is rejected, those with its parts. Which URLs are taken is not told.</summary>
    private static async Task<ImmutableArray<Called>> Send(
        TestSession test,
        UrlForm form,
        List<Observation> observations
    )
    {
        var run = await Start(test, form);
        if (run.IsAccepted)
            return [new(form, run)];
        observations.Add(
            test.Observe(form.Label, InterpretationTopic.CallbackUrl, InWords(form), run.Created.InWords())
        );
        var parts = ImmutableArray.CreateBuilder<Called>();
        foreach (var part in form.Parts)
            parts.AddRange(await Send(test, part, observations));
        return parts.ToImmutable();
    }

    private static Task<CalledRun> Start(TestSession test, UrlForm form)
    {
        test.BeginCase();
        return Callbacks.Try(
            test,
            $"a run with {InWords(form)}",
            (request, token) => request.With(test.MemberOf(Callbacks.Context), Callbacks.Mark(token)),
            new CallbackPlan { Form = form.Form }
        );
    }

    private static async Task<Finding?> Look(
        TestSession test,
        Called called,
        Delivery webhook,
        List<Observation> observations
    )
    {
        var receiver = await test.Session.Webhooks.Receiver();
        var likeness = CalledUrl.LikenessOf(webhook, called.Run.Callback, receiver.IsBehindSomething);
        if (likeness == CalledUrlLikeness.Exact)
            return null;
        if (likeness != CalledUrlLikeness.Another || receiver.IsBehindSomething)
        {
            var saw = $"called as {TextDifference.Excerpts(webhook.Target, called.Run.Callback.Address).One}";
            observations.Add(test.Observe(called.Form.Label, InWords(called.Form), saw));
            return null;
        }
        test.NoteFailure();
        return await Smallest(test, called.Form) ?? Fails(InWords(called.Form), called.Run, webhook);
    }

    /// <summary>The failure of the first part of the form that fails by itself; null where none does.</summary>
    private static async Task<Finding?> Smallest(TestSession test, UrlForm form)
    {
        foreach (var part in form.Parts)
        {
            var run = await Start(test, part);
            if (
                run.IsAccepted
                && (await Arrival.Of(test, run)).Webhook is { } webhook
                && CalledUrl.LikenessOf(webhook, run.Callback, false) == CalledUrlLikeness.Another
            )
                return Fails(InWords(part), run, webhook);
        }
        return null;
    }

    /// <summary>The first run of all whose own webhook came to another URL than the request's.</summary>
    private static Finding? OfOthers(TestSession test, WebhookReceiver receiver)
    {
        if (receiver.IsBehindSomething)
            return null;
        var wrong =
            from run in test.Session.Webhooks.Runs
            where run.IsAccepted
            from webhook in run.Own(run.Callback.Deliveries)
            where CalledUrl.LikenessOf(webhook, run.Callback, false) == CalledUrlLikeness.Another
            select Fails("a callback URL", run, webhook);
        return wrong.FirstOrDefault();
    }

    private static Finding Fails(string says, CalledRun run, Delivery webhook)
    {
        var (told, came) = TextDifference.Excerpts(CalledUrl.TargetOf(run.Callback.Address), webhook.Target);
        ImmutableArray<Step> trail = [new($"a run with {says}", run.Created), .. Shown.Steps(run, [webhook])];
        return Finding.Failed(new Evidence($"a run with {says}", $"its webhook at {told}", $"it at {came}", trail));
    }

    private static string InWords(UrlForm form) => $"a callback URL {form.Says}";
}
