using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Webhooks whose signature is missing or wrong.</summary>
internal static class WebhookSignatures
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        SendsUnsigned("DoesNotSign", "does not sign"),
        SignsAs(
            "SignsForAnotherService",
            "signs for another service",
            signer => signer with { Service = "execute-api" }
        ),
        SignsAs("SignsForAnotherRegion", "signs for another region", signer => signer with { Region = "eu-west-1" }),
        SignsAs(
            "SignsWithAnotherKey",
            "signs with another key",
            signer => signer with { Credentials = signer.Credentials with { SecretAccessKey = "another-secret" } }
        ),
        Signs(
            "SignsAnotherBody",
            "signs an empty body",
            (webhook, signer) => WebhookSigner.Sign(webhook with { Body = default }, signer)
        ),
        Signs(
            "SignsTheFirst8Kilobytes",
            "signs the first 8 KiB of a body",
            (webhook, signer) =>
                WebhookSigner.Sign(
                    webhook.Body.Length > 8192 ? webhook with { Body = webhook.Body[..8192] } : webhook,
                    signer
                )
        ),
        SignsAs(
            "SignsTwoHoursLate",
            "signs with a clock that is two hours behind",
            signer => signer with { Time = new TwoHoursBehind(signer.Time) }
        ),
        SendsUnsigned(
            "SendsBearerInPlaceOfSignature",
            "sends a bearer token in place of a signature",
            KeyValuePair.Create("Authorization", "Bearer x")
        ),
    ];

    /// <summary>Webhooks carry no signature at all.</summary>
    private static Mutant SendsUnsigned(
        string name,
        string says,
        params ImmutableArray<KeyValuePair<string, string>> headers
    ) =>
        Row(name, says, ["webhook/signed"], () => Correct with { Sign = (_, _) => headers })
            .AlsoBreaking("webhook/signature-valid");

    /// <summary>Somebody else signs.</summary>
    private static Mutant SignsAs(string name, string says, Func<WebhookSigner, WebhookSigner> signer) =>
        Signs(name, says, (webhook, right) => WebhookSigner.Sign(webhook, signer(right)));

    /// <summary>Webhooks are signed in another way.</summary>
    private static Mutant Signs(
        string name,
        string says,
        Func<Webhook, WebhookSigner, ImmutableArray<KeyValuePair<string, string>>> sign
    ) => Row(name, says, ["webhook/signature-valid"], () => Correct with { Sign = sign });

    private sealed class TwoHoursBehind(TimeProvider right) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => right.GetUtcNow() - TimeSpan.FromHours(2);
    }
}
