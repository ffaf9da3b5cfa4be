using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;

namespace Conformance.Apis.Pennsieve;

/// <summary>
/// How long a webhook is waited for after something else has arrived in its place. A target may ask whether there is a
/// receiver, or try again what broke off; but that nothing more comes is waited for only once.
/// </summary>
internal static class WebhookPatience
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    /// <summary>The time for this run, of which the target shows this status.</summary>
    public static TimeSpan For(TestSession test, CalledRun run, string? status)
    {
        var desk = test.Session.Webhooks;
        var isShort =
            !Silence.IsUnderWay(status)
            // What broke off is never held against a target, so that haste accuses nobody.
            && (run.Misfit == Misfit.Incomplete || desk.HasLearned(run.Misfit));
        return isShort && Short < desk.Deadline ? Short : desk.Deadline;
    }

    /// <summary>Remembers that it was waited for in vain.</summary>
    public static void Note(TestSession test, CalledRun run, string? status, TimeSpan waited)
    {
        if (run.Misfit is Misfit.Question or Misfit.OfAnotherRun)
            if (!Silence.IsUnderWay(status) && waited >= test.Session.Webhooks.Deadline)
                test.Session.Webhooks.Learn(run.Misfit);
    }
}
