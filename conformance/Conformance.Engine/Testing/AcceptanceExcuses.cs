using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Why the refusal of a legal request may not be the target's fault.</summary>
/// <param name="proof">What was refused.</param>
/// <param name="test">Where it is proved.</param>
/// <param name="judged">How many cases were judged.</param>
internal sealed class AcceptanceExcuses(AcceptanceCheck proof, TestSession test, int judged)
{
    private const int OrdinaryTwins = 3;

    /// <summary>Why a refusal is not the target's fault, or null when it is.</summary>
    public async Task<Finding?> For(Case @case, AcceptanceCheck.Attempt attempt)
    {
        var refused = attempt.Exchange;
        if (refused.Limit() is { } limit)
            return Finding.Errored(limit, judged, Causes.SaysNothing(refused));
        if (refused.MayConflictWithItself())
            return Finding.Errored(refused.ConflictWithItself(), judged, new(CauseKind.ConflictWithItself));
        if (refused.Failure is not null)
            return await Unanswered(@case, refused);
        if (proof.Member is not { } member)
            return await Whole(attempt);
        var twin = await test.Send(proof.Valid(), "the twin: an ordinary value");
        // One alone may happen to be just what the target refuses, such as a token of the same length.
        for (var tried = 1; tried < OrdinaryTwins && IsRefused(twin); tried++)
            twin = await test.Send(proof.Valid(), "the twin: another ordinary value");
        if (!twin.IsAccepted())
            return await Ordinary(@case, refused, member, twin);
        var control = await LookUp.Control(test, proof.Valid(), member);
        return control is null || control.IsAccepted()
            ? null
            : Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the target refuses values of {member.Path} that it does not know{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}: {control.InWords()}",
                judged
            );
    }

    private static bool IsRefused(Exchange exchange) => !exchange.IsAccepted() && !exchange.SaysNothing();

    /// <summary>
    /// An ordinary value is refused as well, so the refusal need not be about what the cases show. It is about the member
    /// all the same where the cases are about any value of it, and the refusal goes away with it or names it.
    /// </summary>
    private async Task<Finding?> Ordinary(Case @case, Exchange refused, Member member, Exchange twin)
    {
        if (twin.SaysNothing())
            return Finding.Errored(
                $"{@case.Says}: {refused.InWords()}; an ordinary value: {twin.InWords()}",
                judged,
                Causes.SaysNothing(twin)
            );
        // An ordinary value may hold the very characters that the target refuses; one of letters alone does not.
        var isAboutTheOrdinary = await LookUp.Control(test, proof.Valid(), member) is { } plain && plain.IsAccepted();
        if (isAboutTheOrdinary && proof.Without is null)
            return null;
        if (!isAboutTheOrdinary && proof.Without is not null && LookUp.UnknownWith(test, member) is null)
        {
            if (FieldList.Named(twin, test.Operation).Any(name => FieldList.MeansItself(name, member)))
                return null;
            var without = await test.Send(proof.Without(), $"the same without {member.Path}");
            if (without.IsAccepted())
                return null;
        }
        return LookUp.ExplainsOrdinary(test, member, twin) is { } unknown
            ? LookUp.Missing(test, unknown, twin, judged)
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"the request is refused with an ordinary value as well: {twin.InWords()}",
                judged,
                Causes.ControlRejected(test.Operation, twin)
            );
    }

    /// <summary>No response came to the request and to the same again.</summary>
    private async Task<Finding?> Unanswered(Case @case, Exchange silent)
    {
        var why = await new MissingResponse(Again, Control) { Seen = 2 }.WhyByChance(test, silent);
        return why is null ? null : Finding.Errored($"{@case.Says}: {why}", judged, Causes.Lost(silent));

        async Task<Exchange> Again()
        {
            var request = @case.Apply(proof.Valid());
            if (proof.Before is not null)
                await proof.Before(test, request);
            return await test.Send(request, "the same again, with fresh names");
        }

        // A request that nothing was changed in is its own control: something else has to get a response then.
        async Task<string?> Control()
        {
            if (proof.Member is null)
                return await test.IsStillThere();
            var twin = await test.Send(proof.Valid(), "the twin: an ordinary value");
            return twin.IsAccepted() ? null : twin.InWords();
        }
    }

    private async Task<Finding?> Whole(AcceptanceCheck.Attempt attempt)
    {
        var refused = attempt.Exchange;
        if (proof.IsAboutTheForm)
            return await Form(attempt.Plain);
        if (LookUp.Explains(test, refused) is { } unknown)
            return LookUp.Missing(test, unknown, refused, judged);
        if (proof.Fallback is null)
            return null;
        var sure = await test.Send(proof.Fallback(), "the same without values that a target may look up");
        return sure.IsAccepted()
            ? Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the target accepts it without the values that it may look up{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}, and refuses it with them: "
                    + $"{refused.InWords()}; name values that exist as fixtures in the configuration",
                judged
            )
            : null;
    }

    /// <summary>
    /// The very request that was refused, in its usual form: with other values it might be refused for those.
    /// </summary>
    private async Task<Finding?> Form(RequestDraft plain)
    {
        var twin = await test.Send(plain, "the twin: the usual form");
        // Its token may be spent and its name kept, although it was refused.
        if (twin.EffectiveStatus() == 409)
            twin = await test.Send(proof.Valid(), "the twin: the usual form, with fresh names");
        return twin.IsAccepted()
            ? null
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"the request is refused in its usual form as well: {twin.InWords()}",
                judged,
                Causes.ControlRejected(test.Operation, twin)
            );
    }
}
