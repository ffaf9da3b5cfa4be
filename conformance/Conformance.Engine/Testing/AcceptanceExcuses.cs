using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Why the rejection of a legal request may not be the target's fault.</summary>
/// <param name="check">What was rejected.</param>
/// <param name="test">Where it is tested.</param>
/// <param name="judged">How many cases were judged.</param>
internal sealed class AcceptanceExcuses(AcceptanceCheck check, TestSession test, int judged)
{
    private const int OrdinaryControls = 3;

    /// <summary>Why a rejection is not the target's fault, or null when it is.</summary>
    public async Task<Finding?> For(Case @case, AcceptanceCheck.Attempt attempt)
    {
        var rejected = attempt.Exchange;
        if (rejected.Limit() is { } limit)
            return Finding.Errored(limit, judged, Causes.SaysNothing(rejected));
        if (rejected.MayConflictWithItself())
            return Finding.Errored(rejected.ConflictWithItself(), judged, new(CauseKind.ConflictWithItself));
        if (rejected.Failure is not null)
            return await WithoutResponse(@case, rejected);
        if (check.Member is not { } member)
            return await Whole(@case, attempt);
        var ordinary = await test.Send(check.Valid(), "the control request: an ordinary value");
        // One alone may happen to be just what the target rejects, such as a token of the same length.
        for (var tried = 1; tried < OrdinaryControls && IsRejected(ordinary); tried++)
            ordinary = await test.Send(check.Valid(), "the control request: another ordinary value");
        if (!ordinary.IsAccepted())
            return await Ordinary(@case, rejected, member, ordinary);
        var control = await LookUp.Control(test, check.Valid(), member);
        return control is null || control.IsAccepted()
            ? null
            : Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the target rejects values of {member.Path} that it does not know{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}: {control.InWords()}",
                judged
            );
    }

    private static bool IsRejected(Exchange exchange) => !exchange.IsAccepted() && !exchange.SaysNothing();

    /// <summary>
    /// An ordinary value is rejected as well, so the rejection need not be about what the cases show. It is about the member
    /// all the same where the cases are about any value of it, and the rejection goes away with it or names it.
    /// </summary>
    private async Task<Finding?> Ordinary(Case @case, Exchange rejected, Member member, Exchange ordinary)
    {
        if (ordinary.SaysNothing())
            return Finding.Errored(
                $"{@case.Says}: {rejected.InWords()}; an ordinary value: {ordinary.InWords()}",
                judged,
                Causes.SaysNothing(ordinary)
            );
        // An ordinary value may hold the very characters that the target rejects; one of letters alone does not.
        var isAboutTheOrdinary = await LookUp.Control(test, check.Valid(), member) is { } plain && plain.IsAccepted();
        if (isAboutTheOrdinary && check.Without is null)
            return null;
        if (!isAboutTheOrdinary && check.Without is not null && LookUp.UnknownWith(test, member) is null)
        {
            if (FieldList.Named(ordinary, test.Operation).Any(name => FieldList.MeansItself(name, member)))
                return null;
            var without = await test.Send(check.Without(), $"the same without {member.Path}");
            if (without.IsAccepted())
                return null;
        }
        return LookUp.ExplainsOrdinary(test, member, ordinary) is { } unknown
            ? LookUp.Missing(test, unknown, ordinary, judged)
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"the request is rejected with an ordinary value as well: {ordinary.InWords()}",
                judged,
                Causes.ControlRejected(test.Operation, ordinary)
            );
    }

    /// <summary>No response came to the request and to the same again.</summary>
    private async Task<Finding?> WithoutResponse(Case @case, Exchange silent)
    {
        var why = await new MissingResponse(Again, Control) { Seen = 2 }.WhyByChance(test, silent);
        return why is null ? null : Finding.Errored($"{@case.Says}: {why}", judged, Causes.Lost(silent));

        async Task<Exchange> Again()
        {
            var request = @case.Apply(check.Valid());
            if (check.Before is not null)
                await check.Before(test, request);
            return await test.Send(request, "the same again, with fresh names");
        }

        // A request that nothing was changed in is its own control: something else has to get a response then.
        async Task<string?> Control()
        {
            if (check.Member is null)
                return await test.IsStillThere();
            var ordinary = await test.Send(check.Valid(), "the control request: an ordinary value");
            return ordinary.IsAccepted() ? null : ordinary.InWords();
        }
    }

    private async Task<Finding?> Whole(Case @case, AcceptanceCheck.Attempt attempt)
    {
        var rejected = attempt.Exchange;
        if (check.IsAboutTheForm)
            return await Form(attempt.Plain);
        if (LookUp.Explains(test, rejected) is { } unknown)
            return LookUp.Missing(test, unknown, rejected, judged);
        if ((check.FallbackOf is { } of ? of(@case) : check.Fallback?.Invoke()) is not { } fallback)
            return null;
        var sure = await test.Send(fallback, "the same without values that a target may look up");
        return sure.IsAccepted()
            ? Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the target accepts it without the values that it may look up{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}, and rejects it with them: "
                    + $"{rejected.InWords()}; name values that exist as fixtures in the configuration",
                judged
            )
            : null;
    }

    /// <summary>
    /// The very request that was rejected, in its usual form: with other values it might be rejected for those.
    /// </summary>
    private async Task<Finding?> Form(RequestDraft plain)
    {
        var ordinary = await test.Send(plain, "the control request: the usual form");
        // Its token may be spent and its name kept, although it was rejected.
        if (ordinary.EffectiveStatus() == 409)
            ordinary = await test.Send(check.Valid(), "the control request: the usual form, with fresh names");
        return ordinary.IsAccepted()
            ? null
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"the request is rejected in its usual form as well: {ordinary.InWords()}",
                judged,
                Causes.ControlRejected(test.Operation, ordinary)
            );
    }
}
