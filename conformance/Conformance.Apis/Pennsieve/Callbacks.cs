using System.Globalization;
using Conformance.Engine.Configuration;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>Runs that are told to call back.</summary>
internal static class Callbacks
{
    private const int MostTries = 3;

    /// <summary>The member that holds the URL.</summary>
    public const string Url = "completionCallbackUrl";

    /// <summary>The member that comes back in the webhook.</summary>
    public const string Context = "completionCallbackContext";

    /// <summary>The test, unless nothing can be received: then the reason.</summary>
    public static Func<TestSession, Task<Finding>> Receiving(Func<TestSession, Task<Finding>> run) =>
        async test =>
        {
            var desk = test.Session.Webhooks;
            if (desk.WhyNot is { } reason)
                return Finding.Skipped(SkipReason.MissingFixture, reason);
            if (desk.IsGivenUp)
                return Silence.Of(test, await desk.Receiver());
            try
            {
                return await run(test);
            }
            catch (ConfigurationException cannotListen)
            {
                return Finding.Errored(cannotListen.Message);
            }
        };

    /// <summary>What is sent before the test has its turn, where anything can be received; else the test says why not.</summary>
    public static Func<TestSession, Task> Beginning(Func<TestSession, Task> send) =>
        async test =>
        {
            var desk = test.Session.Webhooks;
            if (desk.WhyNot is not null || desk.IsGivenUp)
                return;
            try
            {
                await send(test);
            }
            catch (ConfigurationException)
            {
                // Nothing listens, which the test meets as well.
            }
        };

    /// <summary>Where a webhook says what, for this target.</summary>
    public static WebhookMembers Members(TestSession test)
    {
        var api = test.Session.Api;
        return new(
            api.ValueOf("webhookStatusMember"),
            api.ValueOf("webhookRunMember"),
            api.ValueOf("webhookContextMember")
        );
    }

    /// <summary>A context by which its webhook is known again.</summary>
    public static JsonObject Mark(string token) => new([new JsonProperty("conformance", new JsonText(token))]);

    /// <summary>A token that nobody else can guess, and that the seed decides.</summary>
    public static string Token(TestSession test) => test.NextDraw().Seed.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Starts a run that has to be accepted.</summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="says">What the run is, in words.</param>
    /// <param name="change">What makes it that; null for an ordinary run.</param>
    /// <param name="replies">What its callback gets; 200 where null.</param>
    /// <exception cref="CannotArrangeException">It is rejected.</exception>
    public static async Task<CalledRun> Start(
        TestSession test,
        string says,
        Func<RequestDraft, RequestDraft>? change = null,
        Replies? replies = null
    )
    {
        var run = await Try(
            test,
            says,
            (request, token) => WithMark(test, Changed(request), token),
            new CallbackPlan(replies)
        );
        if (run.IsAccepted)
            return run;
        var rejected = $"{says} should have been accepted, got {run.Created.InWords()}";
        if (run.Created.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, rejected);
        var control = await test.Send(
            Changed(Runs.Fresh(test).Without(test.MemberOf(Url))),
            "the control request: the same without a callback"
        );
        throw control.IsAccepted()
            ? new CannotArrangeException(
                SkipReason.MissingFixture,
                $"{rejected}; without a callback it is accepted: the target may take no such URL as "
                    + $"{run.Callback.Url}{test.Session.Api.Cite(InterpretationTopic.CallbackUrl)}; name a base URL that it takes as webhook.publicUrl"
            )
            : new CannotArrangeException(SkipReason.NotIsolated, $"{rejected}; so is the same without a callback");

        RequestDraft Changed(RequestDraft request) => change is null ? request : change(request);
    }

    /// <summary>Starts a run that may be rejected.</summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="says">What the run is, in words.</param>
    /// <param name="change">The request for it, from a fresh one and the callback's token.</param>
    /// <param name="plan">What is special about its callback; null for nothing.</param>
    /// <exception cref="CannotArrangeException">Each time a connection was lost with it.</exception>
    public static async Task<CalledRun> Try(
        TestSession test,
        string says,
        Func<RequestDraft, string, RequestDraft> change,
        CallbackPlan? plan = null
    )
    {
        plan ??= new CallbackPlan();
        var run = await Once(test, says, change, plan);
        for (var tries = 1; IsPerhapsTwo(run); tries++)
        {
            if (tries == MostTries)
                throw new CannotArrangeException(
                    SkipReason.NotIsolated,
                    $"{says}: {tries} times a first response was lost, so that two runs may call one URL; "
                        + "see why the target or the network loses responses, and test again"
                );
            run = await Once(test, $"{says}, with a callback of its own", change, plan with { Token = null });
        }
        return run;
    }

    /// <summary>What was sent again may have started two runs, each of which rightly calls the same URL.</summary>
    private static bool IsPerhapsTwo(CalledRun run) =>
        run.Created.Response is not null && run.Created.MayHaveBeenCarriedOut();

    private static async Task<CalledRun> Once(
        TestSession test,
        string says,
        Func<RequestDraft, string, RequestDraft> change,
        CallbackPlan plan
    )
    {
        var receiver = await test.Session.Webhooks.Receiver();
        // Open before the target knows of it: a webhook may overtake the response.
        var callback = receiver.Open(plan.Token ?? Token(test), plan.Replies, plan.Form);
        var request = Calling(test, change(Runs.Fresh(test), callback.Token), callback);
        var created = await test.Send(plan.Last?.Invoke(request) ?? request, says);
        var run = new CalledRun(callback, created, Runs.IdOf(test, created), Members(test))
        {
            Says = says,
            TargetIsAhead = Ahead(created, test.Session.Webhooks.Time.GetUtcNow()),
            IsDisturbed = plan.Replies is not null || created.MayHaveBeenCarriedOut(),
        };
        test.Session.Webhooks.Note(run);
        return run;
    }

    /// <summary>The request with this URL; the receiver's address differs from machine to machine, in any letters.</summary>
    private static RequestDraft Calling(TestSession test, RequestDraft request, Callback callback)
    {
        var beginning = callback.Address[..callback.Address.IndexOf(callback.Token, StringComparison.Ordinal)];
        return (request with { Given = request.Given.Add(beginning.TrimEnd('/')) }).With(
            test.MemberOf(Url),
            new JsonText(callback.Address)
        );
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

    private static RequestDraft WithMark(TestSession test, RequestDraft request, string token) =>
        request.With(test.MemberOf(Context), Mark(token));
}
