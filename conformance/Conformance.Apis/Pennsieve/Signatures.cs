using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Webhooks are signed with Signature Version 4 (D2:57).</summary>
internal static class Signatures
{
    private const string Case = "the webhook of a run";

    /// <summary>A well-formed signature is there.</summary>
    public static Task<Finding> AreThere(TestSession test) =>
        Judge(test, "an Authorization of AWS4-HMAC-SHA256", (_, webhook) => SignatureV4Verifier.IsThere(webhook));

    /// <summary>The signature fits what was sent; only the configured key can tell.</summary>
    public static async Task<Finding> AreValid(TestSession test)
    {
        var desk = test.Session.Webhooks;
        if (desk.Key is not { } key)
            return Finding.Skipped(
                SkipReason.NotApplicable,
                "the configuration names no key that webhooks are signed with (webhook.signature)"
            );
        var receiver = await desk.Receiver();
        return await Judge(
            test,
            $"a signature with the key {key.AccessKeyId} for {key.Region}/{key.Service}",
            (run, webhook) =>
                SignatureV4Verifier.IsValid(
                    webhook,
                    new DeliveryWay(run.Callback.Url, receiver.IsBehindSomething, run.TargetIsAhead),
                    key
                )
        );
    }

    private static async Task<Finding> Judge(
        TestSession test,
        string expected,
        Func<CalledRun, Delivery, SignatureCheck> look
    )
    {
        var run = await Callbacks.Start(test, "a run with a callback URL");
        var (webhook, otherwise) = await Arrival.Of(test, run);
        if (webhook is null)
            return otherwise!;
        var (state, says) = look(run, webhook);
        if (state == SignatureState.Unclear)
            return (webhook.IsTruncated ? Unread.Of(webhook) : null) ?? Finding.Skipped(SkipReason.NotIsolated, says);
        var judged = 0;
        foreach (var (each, its) in EveryWebhook.Of(test).Prepend((run, webhook)))
        {
            var seen = look(each, its);
            if (seen.State == SignatureState.Wrong)
                return Fails(expected, seen.Says, each, its);
            judged++;
        }
        return Finding.Passed(judged);
    }

    /// <summary>The evidence is this run alone, whatever it was started for.</summary>
    private static Finding Fails(string expected, string actual, CalledRun run, Delivery webhook)
    {
        ImmutableArray<Step> trail = [new(run.Says, run.Created), .. Shown.Steps(run, [webhook])];
        return Finding.Failed(new(Case, expected, actual, trail));
    }
}
