using System.Globalization;
using Conformance.Engine.Configuration;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Runs that are told to call back.</summary>
public static class Callbacks
{
    private const string Url = "completionCallbackUrl";
    private const int MostTries = 3;

    /// <summary>The member that comes back in the webhook.</summary>
    public const string Context = "completionCallbackContext";

    /// <summary>The proof, unless nothing can be received: then the reason.</summary>
    public static Func<Workbench, Task<Finding>> Receiving(Func<Workbench, Task<Finding>> prove) =>
        async bench =>
        {
            var desk = bench.Session.Webhooks;
            if (desk.WhyNot is { } reason)
                return Finding.Skipped(SkipReason.MissingFixture, reason);
            if (desk.IsGivenUp)
                return Silence.Of(bench, await desk.Receiver());
            try
            {
                return await prove(bench);
            }
            catch (ConfigurationException cannotListen)
            {
                return Finding.Errored(cannotListen.Message);
            }
        };

    /// <summary>Where a webhook says what, for this target.</summary>
    public static WebhookMembers Members(Workbench bench)
    {
        var api = bench.Session.Api;
        return new(
            api.ValueOf("webhookStatusMember"),
            api.ValueOf("webhookRunMember"),
            api.ValueOf("webhookContextMember")
        );
    }

    /// <summary>A context by which its webhook is known again.</summary>
    public static JsonObject Mark(string token) => new([new JsonProperty("conformance", new JsonText(token))]);

    /// <summary>A token that nobody else can guess, and that the seed decides.</summary>
    public static string Token(Workbench bench) => bench.NextDraw().Seed.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Starts a run that has to be accepted.</summary>
    /// <param name="bench">Where it is proved.</param>
    /// <param name="says">What the run is, in words.</param>
    /// <param name="change">What makes it that; null for an ordinary run.</param>
    /// <param name="replies">How its callback is answered; with 200 where null.</param>
    /// <exception cref="CannotArrangeException">It is refused.</exception>
    public static async Task<CalledRun> Start(
        Workbench bench,
        string says,
        Func<RequestDraft, RequestDraft>? change = null,
        Replies? replies = null
    )
    {
        var run = await Try(bench, says, (request, token) => WithMark(bench, Changed(request), token), replies);
        if (run.IsAccepted)
            return run;
        var refused = $"{says} should have been accepted, got {run.Created.InWords()}";
        if (run.Created.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, refused);
        var twin = await bench.Send(Changed(Runs.Fresh(bench)), "the twin: the same without a callback");
        throw twin.IsAccepted()
            ? new CannotArrangeException(
                SkipReason.MissingFixture,
                $"{refused}; without a callback it is accepted: the target may take no such URL as "
                    + $"{run.Callback.Url} (R35); name a base URL that it takes as webhook.publicUrl"
            )
            : new CannotArrangeException(SkipReason.NotIsolated, $"{refused}; so is the same without a callback");

        RequestDraft Changed(RequestDraft request) => change is null ? request : change(request);
    }

    /// <summary>Starts a run that may be refused.</summary>
    /// <param name="bench">Where it is proved.</param>
    /// <param name="says">What the run is, in words.</param>
    /// <param name="change">The request for it, from a fresh one and the callback's token.</param>
    /// <param name="replies">How its callback is answered; with 200 where null.</param>
    /// <exception cref="CannotArrangeException">Each time a connection was lost with it.</exception>
    public static async Task<CalledRun> Try(
        Workbench bench,
        string says,
        Func<RequestDraft, string, RequestDraft> change,
        Replies? replies = null
    )
    {
        var run = await Once(bench, says, change, replies);
        for (var tries = 1; IsPerhapsTwo(run); tries++)
        {
            if (tries == MostTries)
                throw new CannotArrangeException(
                    SkipReason.NotIsolated,
                    $"{says}: {tries} times a first response was lost, so that two runs may call one URL; "
                        + "see why the target or the network loses responses, and test again"
                );
            run = await Once(bench, $"{says}, with a callback of its own", change, replies);
        }
        return run;
    }

    /// <summary>What was sent again may have started two runs, each of which rightly calls the same URL.</summary>
    private static bool IsPerhapsTwo(CalledRun run) =>
        run.Created.Response is not null && run.Created.MayHaveBeenCarriedOut();

    private static async Task<CalledRun> Once(
        Workbench bench,
        string says,
        Func<RequestDraft, string, RequestDraft> change,
        Replies? replies
    )
    {
        var receiver = await bench.Session.Webhooks.Receiver();
        // Open before the target knows of it: a webhook may overtake the answer.
        var callback = receiver.Open(Token(bench), replies);
        var request = change(Runs.Fresh(bench), callback.Token)
            .With(bench.MemberOf(Url), new JsonText(callback.Url.AbsoluteUri));
        var created = await bench.Send(request with { Given = request.Given.Add(receiver.CallbackBase) }, says);
        var run = new CalledRun(callback, created, Runs.IdOf(bench, created), Members(bench))
        {
            TargetIsAhead = Ahead(created, bench.Session.Webhooks.Time.GetUtcNow()),
            IsDisturbed = replies is not null || created.MayHaveBeenCarriedOut(),
        };
        bench.Session.Webhooks.Note(run);
        return run;
    }

    private static TimeSpan? Ahead(Exchange created, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(
            created.Response?.Header("Date"),
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var said
        )
            ? said - now
            : null;

    private static RequestDraft WithMark(Workbench bench, RequestDraft request, string token) =>
        request.With(bench.MemberOf(Context), Mark(token));
}
