using System.Collections.Immutable;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>Webhooks that come too often, too seldom, too early or with another message.</summary>
internal static class Webhooks
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new CallsBackOnSuccessAlone(),
        new NeverCallsBack(),
        new CallsEveryEndASuccess(),
        new SpellsCanceledWithTwoLs(),
        new WritesStatusInSmallLetters(),
        new CallsBackAtTheBeginning(),
        new SendsCompletionTwice(),
        new CallsBackForOthers(),
        new PutsWebhooks(),
        new ForgetsContext(),
        new MakesContextsUp(),
        new WritesContextAsText(),
        new DropsNestingOfContext(),
        new LeavesNullsOutOfContext(),
        new AltersCallbackContext(),
        new RoundsNumbersOfContext(),
        new NormalisesNumbersOfContext(),
        new SortsArraysOfContext(),
        new TrimsTextsOfContext(),
        new DoesNotSign(),
        new SignsForAnotherService(),
        new SignsForAnotherRegion(),
        new SignsWithAnotherKey(),
        new SignsAnotherBody(),
        new SignsTwoHoursLate(),
        new SendsBearerInPlaceOfSignature(),
    ];
}

/// <summary>Other webhooks at the end of a run.</summary>
internal abstract class AtTheEnd(
    string says,
    Func<WebhookOccasion, IEnumerable<Delivery>> sends,
    params ImmutableArray<string> breaks
) : PennsieveDefect(says, [.. breaks.Select(id => $"webhook/{id}")])
{
    protected sealed override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { OnEnded = sends };
}

internal sealed class CallsBackOnSuccessAlone()
    : AtTheEnd(
        "calls back only when a run has succeeded",
        o => o.Run.Status == RunStatus.Succeeded ? PennsieveTwists.AtTheEnd(o) : [],
        "failed-run",
        "canceled-run"
    )
{
    public override string Configuration => WaitsShortly;

    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/one-at-the-end"];
}

internal sealed class NeverCallsBack() : AtTheEnd("never calls back", _ => [], "one-at-the-end")
{
    public override string Configuration => HardlyWaits;

    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];
}

internal sealed class SendsCompletionTwice()
    : AtTheEnd(
        "calls back twice, the second time without the context",
        o => [.. PennsieveTwists.AtTheEnd(o), .. PennsieveTwists.AtTheEnd(o).Select(WithoutContext)],
        "one-at-the-end"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];

    private static Delivery WithoutContext(Delivery delivery) =>
        delivery with
        {
            Run = delivery.Run with { Parameters = delivery.Run.Parameters with { Context = default } },
        };
}

internal sealed class CallsBackForOthers()
    : AtTheEnd(
        "calls the last one who asked for runs that nobody asked about",
        o =>
            o.Run.Parameters.CallbackUrl is null && o.LastCallbackUrl is { } last
                ? [new Delivery(last, o.Run)]
                : PennsieveTwists.AtTheEnd(o),
        "none-without-url"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];
}

internal sealed class CallsBackAtTheBeginning()
    : PennsieveDefect("calls back at the beginning as well", "webhook/one-at-the-end")
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];

    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            OnStarted = PennsieveTwists.AtTheEnd,
        };
}

/// <summary>The webhook tells another status.</summary>
internal abstract class TellsStatus(string says, Func<string, string> status, params ImmutableArray<string> breaks)
    : PennsieveDefect(says, [.. breaks.Select(id => $"webhook/{id}")])
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];

    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            WriteWebhook = (writer, run) =>
                PennsieveTwists.Correct.WriteWebhook(writer, run with { Status = status(run.Status) }),
        };
}

internal sealed class CallsEveryEndASuccess()
    : TellsStatus("calls a success whatever ended", _ => RunStatus.Succeeded, "failed-run", "canceled-run");

internal sealed class SpellsCanceledWithTwoLs()
    : TellsStatus(
        "spells CANCELED with two Ls",
        status => status == RunStatus.Canceled ? "CANCELLED" : status,
        "canceled-run"
    );

internal sealed class WritesStatusInSmallLetters()
    : TellsStatus("writes the status in small letters", status => status.ToLowerInvariant(), "status");

internal sealed class PutsWebhooks() : PennsieveDefect("sends its webhooks with PUT", "webhook/one-at-the-end")
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/*"];

    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            FinishWebhook = webhook => webhook with { Method = "PUT" },
        };
}

/// <summary>Webhooks are signed in another way.</summary>
internal abstract class Signs(string says, Func<WebhookSigner, WebhookSigner> signer)
    : PennsieveDefect(says, "webhook/signature-valid")
{
    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            Sign = (webhook, right) => WebhookSigner.Sign(webhook, signer(right)),
        };
}

internal sealed class SignsForAnotherService()
    : Signs("signs for another service", signer => signer with { Service = "execute-api" });

internal sealed class SignsForAnotherRegion()
    : Signs("signs for another region", signer => signer with { Region = "eu-west-1" });

internal sealed class SignsWithAnotherKey()
    : Signs(
        "signs with another key",
        signer => signer with { Credentials = new(signer.Credentials.AccessKeyId, "another-secret") }
    );

internal sealed class SignsTwoHoursLate()
    : Signs("signs with a clock that is two hours behind", signer => signer with { Time = new Behind() })
{
    private sealed class Behind : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromHours(2);
    }
}

internal sealed class SignsAnotherBody() : PennsieveDefect("signs an empty body", "webhook/signature-valid")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            Sign = (webhook, signer) => WebhookSigner.Sign(webhook with { Body = default }, signer),
        };
}

/// <summary>Webhooks carry no signature at all.</summary>
internal abstract class SendsUnsigned(string says, params ImmutableArray<KeyValuePair<string, string>> headers)
    : PennsieveDefect(says, "webhook/signed")
{
    protected override ImmutableArray<string> AlsoBreaksOfRun => ["webhook/signature-valid"];

    protected sealed override PennsieveBehaviour Twist() => PennsieveTwists.Correct with { Sign = (_, _) => headers };
}

internal sealed class DoesNotSign() : SendsUnsigned("does not sign");

internal sealed class SendsBearerInPlaceOfSignature()
    : SendsUnsigned("sends a bearer token in place of a signature", KeyValuePair.Create("Authorization", "Bearer x"));
