using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// A request that is rejected starts no run, and so no run of it ends (D2:57). Its callback would be called only by what was
/// begun before the request was looked at as a whole.
/// </summary>
internal static class RejectedRuns
{
    private const string Instance = "workflowInstanceId";
    private const string Configuration = "workflowInstanceConfiguration";

    private sealed record Kind(string Says, Func<RequestDraft, RequestDraft> Violation);

    /// <summary>Sends requests of every kind that is to be rejected, each with a callback of its own.</summary>
    public static async Task AreSent(TestSession test)
    {
        foreach (var kind in Kinds(test))
            await Callbacks.Try(
                test,
                $"a run with {kind.Says}",
                (r, token) => r.With(test.MemberOf(Callbacks.Context), Callbacks.Mark(token)),
                new CallbackPlan { Last = kind.Violation }
            );
    }

    /// <summary>
    /// Nobody has called for a request that was rejected, whatever it was sent for, until everything else is tested: what was
    /// begun may end late. What the target accepts rightly calls back; that it does is for other requirements.
    /// </summary>
    public static async Task<Finding> CallNobody(TestSession test)
    {
        if (await OneWebhook.Pass(test, OneWebhook.Barriers) is { } stuck)
            return stuck;
        ImmutableArray<CalledRun> rejected = [.. test.Session.Webhooks.Runs.Where(run => run.IsRejected)];
        if (rejected.IsEmpty)
            return Finding.Skipped(SkipReason.NotObservable, "no request with a violation was rejected");
        foreach (var run in rejected)
            if (await Unasked(test, run) is { } webhook)
                return Fails(test, run, webhook);
        return Unread.Of(await test.Session.Webhooks.Receiver(), test.Session.Webhooks.Runs)
            ?? Finding.Passed(rejected.Length);
    }

    private static async Task<Delivery?> Unasked(TestSession test, CalledRun run)
    {
        var receiver = await test.Session.Webhooks.Receiver();
        return run.Callback.Deliveries.FirstOrDefault(d =>
                d.IsWebhook || DeliveryChecks.TellsAnEnd(d, run.Members.Status)
            )
            ?? receiver
                .Callbacks.SelectMany(c => c.Deliveries)
                .Concat(receiver.Misdirected)
                .FirstOrDefault(d => CalledRun.IsAbout(d, run.Members, null, run.Callback.Token));
    }

    private static Finding Fails(TestSession test, CalledRun run, Delivery webhook)
    {
        test.NoteFailure();
        ImmutableArray<Step> trail = [new(run.Says, run.Created), .. Shown.Steps(run, [webhook])];
        return Finding.Failed(
            new Evidence(
                $"{run.Says}, which was rejected",
                "no webhook",
                $"{webhook.InWords()} at {webhook.Target}",
                trail
            )
        );
    }

    private static IEnumerable<Kind> Kinds(TestSession test) =>
        [
            .. Modes(test),
            .. Names(test),
            .. Types(test),
            new("a body whose last brace is missing", r => r with { Broken = Cut(r.WireBody!) }),
        ];

    private static BrokenBody Cut(JsonValue body) =>
        new(
            body.ToUtf8()[..^1],
            "application/json",
            "cut",
            "without its last brace",
            BodyViolation.NotJson,
            NeedsRawSocket: false
        );

    private static IEnumerable<Kind> Modes(TestSession test)
    {
        var (instance, configuration) = (test.MemberOf(Instance), test.MemberOf(Configuration));
        yield return new(
            "an instance that does not exist",
            r => r.Without(configuration).With(instance, KnownNames.Unknown(test, instance))
        );
        yield return new("neither an instance nor a configuration", r => r.Without(instance).Without(configuration));
        yield return new(
            "a configuration that is a boolean",
            r => r.Without(instance).With(configuration, JsonValue.Parse("true"))
        );
        var known = (One: test.Session.Fixtures.For(Instance), Other: test.Session.Fixtures.For(Configuration));
        if (known is ({ } one, { } other))
            yield return new(
                "both an instance and a configuration",
                r => r.With(instance, one).With(configuration, other)
            );
    }

    private static IEnumerable<Kind> Names(TestSession test)
    {
        foreach (var path in test.Session.Profile.Rounds > 1 ? Nodes.Keyed : ["dataSources", "tags"])
            if (test.Session.Fixtures.For(path) is JsonObject { Properties: [var first, ..] })
                yield return new(
                    $"{path} for a node that does not exist",
                    r => r.With(test.MemberOf(path), new JsonObject([first with { Name = MadeUp(test, "node") }]))
                );
        yield return new("a layer that does not exist", r => Layer(r, new JsonText(MadeUp(test, "layer"))));
        if (test.Session.Fixtures.For(Layers.Unready) is { } unready)
            yield return new("a layer that is not READY", r => Layer(r, unready));

        RequestDraft Layer(RequestDraft request, JsonValue layer) =>
            request.With(test.MemberOf("layers"), new JsonArray([layer]));
    }

    /// <summary>Members of a wrong kind, but for the URL, without which nobody could be called.</summary>
    private static IEnumerable<Kind> Types(TestSession test) =>
        test
            .Operation.Body.Where(m =>
                m.Find<TypeIs>() is { Level: not Level.May } && m.Path is not (Callbacks.Url or Configuration)
            )
            .Where((_, n) => test.Session.Profile.Rounds > 1 || n % 3 == 1)
            .Select(member => new Kind(
                $"{member.Name} that is a boolean",
                request => request.With(member, JsonValue.Parse("true"))
            ));

    private static string MadeUp(TestSession test, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Session.Draw.Prefix}-no-such-{what}-{test.NextDraw().Seed:x8}"
        );
}
