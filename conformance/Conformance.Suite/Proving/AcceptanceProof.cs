using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Requests;

namespace Conformance.Suite.Proving;

/// <summary>Proves that legal requests are accepted.</summary>
/// <param name="Valid">A valid request, with fresh names each time.</param>
/// <param name="Cases">The legal changes, each tried by itself.</param>
public sealed record AcceptanceProof(Func<RequestDraft> Valid, IReadOnlyList<Case> Cases)
{
    private sealed record Failure(Case Case, Exchange Exchange, ImmutableArray<Step> Trail);

    /// <summary>The member that the cases set; null where they are about the request as a whole.</summary>
    public Member? Member { get; init; }

    /// <summary>Smaller legal values; null where there are none.</summary>
    public Func<Sample, IEnumerable<Sample>>? Smaller { get; init; }

    /// <summary>
    /// The request without the member, for cases that are about any value of it; null for cases that show more.
    /// </summary>
    public Func<RequestDraft>? Without { get; init; }

    /// <summary>
    /// The request without values that a target may look up (reading R24): where it is accepted, the refusal of the whole
    /// is no fault. Null where the cases hold no such value.
    /// </summary>
    public Func<RequestDraft>? Fallback { get; init; }

    /// <summary>Whether the cases only write the request differently, so that a refusal of the usual form excuses theirs.</summary>
    public bool IsAboutTheForm { get; init; }

    /// <summary>Brings about what a case needs; false where it can't be had, so that the case says nothing.</summary>
    public Func<Workbench, RequestDraft, Task<bool>>? Before { get; init; }

    /// <summary>Sends every case.</summary>
    public async Task<Finding> Prove(Workbench bench)
    {
        if (Cases.Count == 0)
            return Finding.Skipped(SkipReason.NotApplicable, "there is no value to try");
        var failures = new List<Failure>();
        var unsent = default(CannotArrangeException);
        var judged = 0;
        foreach (var @case in Cases)
        {
            Exchange? exchange;
            try
            {
                exchange = await Try(bench, @case).ConfigureAwait(false);
            }
            catch (CannotArrangeException cannot) when (cannot.Skip == SkipReason.NotApplicable)
            {
                // The other cases may still show a failure, and without one the requirement is not proved.
                unsent ??= cannot;
                bench.Tried.NoteLeftOut(@case, cannot.Message);
                continue;
            }
            if (exchange is null)
            {
                bench.Tried.NoteLeftOut(@case, "what such a value refers to could not be created");
                continue;
            }
            bench.Tried.NoteSent(@case, exchange);
            judged++;
            if (exchange.IsAccepted() || IsTaken(bench, @case, exchange))
                continue;
            bench.NoteFailure();
            failures.Add(new Failure(@case, exchange, bench.Trail));
            if (exchange.SaysNothing())
                break;
        }
        if (failures.Count > 0)
            return await Excuse(bench, failures[0], judged).ConfigureAwait(false)
                ?? await Failed(bench, failures, judged).ConfigureAwait(false);
        if (unsent is not null)
            return Finding.Skipped(unsent.Skip, unsent.Message, judged);
        return judged == 0
            ? Finding.Skipped(SkipReason.NotIsolated, "what the values refer to could not be created")
            : Finding.Passed(judged);
    }

    private async Task<Exchange?> Try(Workbench bench, Case @case)
    {
        bench.BeginCase();
        var request = @case.Apply(Valid());
        if (Before is not null && !await Before(bench, request).ConfigureAwait(false))
            return null;
        var exchange = await bench.SendValid(request, @case.Says).ConfigureAwait(false);
        if (exchange.MayConflictWithItself() && !IsAboutNames)
            return await bench.Send(@case.Apply(Valid()), $"{@case.Says}, with fresh names").ConfigureAwait(false);
        return exchange.Failure is null ? exchange : await bench.Send(request, "the same again").ConfigureAwait(false);
    }

    /// <summary>
    /// A name too short for the run's prefix may be taken on a lasting target, and a name whose first request was lost by
    /// that request. That is no failure: a name that conflicts was found to be legal. So may a promoted token that no run's
    /// id tells from its earlier use.
    /// </summary>
    private bool IsTaken(Workbench bench, Case @case, Exchange exchange) =>
        (IsAboutNames || (@case.IsPromoted && Member is { Role: MemberRole.IdempotencyToken }))
        && exchange.EffectiveStatus() == bench.Operation.ErrorFor(ErrorCause.Conflict)?.Status
        && @case.Sample?.Value is JsonText name
        && (
            exchange.MayHaveBeenCarriedOut()
            || !name.Value.StartsWith(bench.Session.Draw.Prefix, StringComparison.Ordinal)
        );

    private bool IsAboutNames => Member is { Role: MemberRole.UniqueName };

    /// <summary>Why a refusal is not the target's fault, or null when it is.</summary>
    private async Task<Finding?> Excuse(Workbench bench, Failure failure, int judged)
    {
        var refused = failure.Exchange;
        if (refused.Limit() is { } limit)
            return Finding.Errored(limit, judged);
        if (refused.MayConflictWithItself())
            return Finding.Errored(refused.ConflictWithItself(), judged);
        if (Member is null)
            return await ExcuseWhole(bench, refused, judged).ConfigureAwait(false);
        var twin = await bench.Send(Valid(), "the twin: an ordinary value").ConfigureAwait(false);
        if (!twin.IsAccepted())
            return await ExcuseOrdinary(bench, failure, twin, judged).ConfigureAwait(false);
        var control = await LookUp.Control(bench, Valid(), Member).ConfigureAwait(false);
        return control is null || control.IsAccepted()
            ? null
            : Finding.Skipped(
                SkipReason.ReadingAllows,
                $"the target refuses values of {Member.Path} that it does not know (R24): {control.InWords()}",
                judged
            );
    }

    /// <summary>
    /// An ordinary value is refused as well, so the refusal need not be about what the cases show. It is about the member
    /// all the same where the cases are about any value of it, and the refusal goes away with it or names it.
    /// </summary>
    private async Task<Finding?> ExcuseOrdinary(Workbench bench, Failure failure, Exchange twin, int judged)
    {
        if (twin.SaysNothing())
            return Finding.Errored(
                $"{failure.Case.Says}: {failure.Exchange.InWords()}; an ordinary value: {twin.InWords()}",
                judged
            );
        // An ordinary value may hold the very characters that the target refuses; one of letters alone does not.
        var isAboutTheOrdinary =
            await LookUp.Control(bench, Valid(), Member!).ConfigureAwait(false) is { } plain && plain.IsAccepted();
        if (isAboutTheOrdinary && Without is null)
            return null;
        if (!isAboutTheOrdinary && Without is not null && LookUp.UnknownWith(bench, Member!) is null)
        {
            if (FieldList.Named(twin).Any(name => FieldList.MeansItself(name, Member!)))
                return null;
            var without = await bench.Send(Without(), $"the same without {Member!.Path}").ConfigureAwait(false);
            if (without.IsAccepted())
                return null;
        }
        return LookUp.ExplainsOrdinary(bench, Member, twin) is { } unknown
            ? LookUp.Missing(unknown, twin, judged)
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"the request is refused with an ordinary value as well: {twin.InWords()}",
                judged
            );
    }

    private async Task<Finding?> ExcuseWhole(Workbench bench, Exchange refused, int judged)
    {
        if (refused.Failure is not null)
            return await bench.WhyUnanswered(Valid(), refused).ConfigureAwait(false) is { } why
                ? Finding.Errored(why, judged)
                : null;
        if (IsAboutTheForm)
            return await ExcuseForm(bench, judged).ConfigureAwait(false);
        if (LookUp.Explains(bench, refused) is { } unknown)
            return LookUp.Missing(unknown, refused, judged);
        if (Fallback is null)
            return null;
        var sure = await bench
            .Send(Fallback(), "the same without values that a target may look up")
            .ConfigureAwait(false);
        return sure.IsAccepted()
            ? Finding.Skipped(
                SkipReason.ReadingAllows,
                $"the target accepts it without the values that it may look up (R24), and refuses it with them: "
                    + $"{refused.InWords()}; name values that exist as fixtures in the configuration",
                judged
            )
            : null;
    }

    private async Task<Finding?> ExcuseForm(Workbench bench, int judged)
    {
        var twin = await bench.Send(Valid(), "the twin: the usual form").ConfigureAwait(false);
        return twin.IsAccepted()
            ? null
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"the request is refused in its usual form as well: {twin.InWords()}",
                judged
            );
    }

    private async Task<Finding> Failed(Workbench bench, List<Failure> failures, int judged)
    {
        var (first, exchange, trail) = failures[0];
        var evidence = new Evidence(first.Says, Expectation.Accepted.Says, exchange.InWords(), trail);
        if (first.Sample is { } sample && Member is not null && exchange.Failure is null)
            evidence = await new Shrinking(Member, Smaller ?? (_ => []), FailsAgain)
                .From(bench, sample, evidence)
                .ConfigureAwait(false);
        return Finding.Failed(evidence, judged) with { FailedCases = [.. failures.Select(f => f.Case.Says)] };

        async Task<Exchange?> FailsAgain(Case smaller)
        {
            var answer = await Try(bench, smaller).ConfigureAwait(false);
            // Refused in another way is refused for another reason, such as a name that is taken by now.
            var isSame = answer?.Response is not null && answer.EffectiveStatus() == exchange.EffectiveStatus();
            return isSame && !answer!.IsAccepted() && !IsTaken(bench, smaller, answer!) ? answer : null;
        }
    }
}
