using System.Text;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// What has arrived for all runs of the conformance run: what a webhook shows counts, whatever its run was started for.
/// </summary>
internal static class EveryWebhook
{
    /// <summary>
    /// The first webhook of each run at a plain URL, if it arrived whole and undisturbed. What comes after the first is for
    /// the requirement of one webhook to judge.
    /// </summary>
    public static IEnumerable<(CalledRun Run, Delivery Webhook)> Of(TestSession test) =>
        from run in test.Session.Webhooks.Runs
        where run.IsAccepted && !run.IsDisturbed && IsPlain(run.Callback)
        from webhook in run.Own(run.Callback.Deliveries).Where(d => d.IsWebhook).Take(1)
        where !webhook.IsTruncated
        select (run, webhook);

    /// <summary>The context that the run was given; null for none, and for what is no object.</summary>
    public static JsonObject? ContextOf(TestSession test, CalledRun run)
    {
        try
        {
            return run.Created.Request.Body is { } body
                ? JsonValue.Parse(Encoding.UTF8.GetString(body.Bytes.Span)).At(test.MemberOf(Callbacks.Context).Path)
                    as JsonObject
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Nothing stands behind its token, so that there is one way to sign its path.</summary>
    private static bool IsPlain(Callback callback) =>
        callback.Address.EndsWith(callback.Token, StringComparison.Ordinal);
}
