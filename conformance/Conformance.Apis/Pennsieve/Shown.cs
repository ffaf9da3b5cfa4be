using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Apis.Pennsieve;

/// <summary>Webhooks as evidence.</summary>
internal static class Shown
{
    /// <summary>The failure that these webhooks show, after the steps so far.</summary>
    public static Finding Fails(
        TestSession test,
        string @case,
        string expected,
        string actual,
        CalledRun run,
        params IEnumerable<Delivery> webhooks
    ) => Finding.Failed(new Evidence(@case, expected, actual, test.Trail.AddRange(Steps(run, webhooks))));

    /// <summary>Webhooks as steps: what the target sent, and how the receiver responded.</summary>
    public static ImmutableArray<Step> Steps(CalledRun run, IEnumerable<Delivery> webhooks) =>
        [.. webhooks.Select(webhook => new Step("the webhook as it arrived", Exchanged(run, webhook)))];

    private static Exchange Exchanged(CalledRun run, Delivery webhook)
    {
        var url = run.Callback.Url.GetLeftPart(UriPartial.Authority) + webhook.Target;
        return new Exchange(
            new SentRequest(webhook.Method, url, [.. webhook.Headers.Select(WithoutSecrets)], webhook.Body),
            new ReceivedResponse(200, [], default(Body), IsTruncated: false),
            null,
            Milliseconds: 0
        );
    }

    /// <summary>A signature is good for a while, and a session's token for longer.</summary>
    private static Header WithoutSecrets(Header header)
    {
        const string Mark = "Signature=";
        if (header.Name.Equals("X-Amz-Security-Token", StringComparison.OrdinalIgnoreCase))
            return header with { Value = Secrets.Mark };
        if (!header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            return header;
        var at = header.Value.IndexOf(Mark, StringComparison.Ordinal);
        return header with { Value = at < 0 ? Secrets.Mark : header.Value[..(at + Mark.Length)] + Secrets.Mark };
    }
}
