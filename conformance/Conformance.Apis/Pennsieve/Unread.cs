using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>What the kit did not take in is its own limit: nothing that may have been there is held against a target.</summary>
internal static class Unread
{
    /// <summary>What is to be said where the webhook's body can't be read; null where it can.</summary>
    public static Finding? Of(Delivery webhook) =>
        webhook.IsTruncated
            ? Finding.Errored(
                $"the webhook's body is larger than the kit reads, which kept {webhook.Body.Length} bytes of it"
            )
        : webhook.IsLegible ? null
        : Finding.Errored($"the webhook's body can't be read: {webhook.InWords()}");

    /// <summary>What is to be said where connections were closed for want of room; null where none was.</summary>
    public static Finding? Of(WebhookReceiver receiver) =>
        receiver.TurnedAway > 0
            ? Finding.Errored(
                $"the receiver of webhooks was overrun: {receiver.TurnedAway} connections found no room, and a webhook may "
                    + "have been among them; keep strangers away from it, and run again"
            )
            : null;

    /// <summary>What is to be said of everything that has arrived, where not all of it could be looked at.</summary>
    public static Finding? Of(WebhookReceiver receiver, IEnumerable<CalledRun> runs) =>
        Of(receiver)
        ?? (
            receiver.HasOverflowed || runs.Any(r => r.Callback.HasOverflowed)
                ? Finding.Errored("more requests have arrived than the receiver of webhooks keeps")
                : null
        )
        ?? runs.SelectMany(r => r.Own(r.Callback.Deliveries)).Where(d => d.IsTruncated).Select(Of).FirstOrDefault();
}
