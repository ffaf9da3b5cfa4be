using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Tests that legal requests are accepted.</summary>
/// <param name="Valid">A valid request, with fresh names each time.</param>
/// <param name="Cases">The legal changes, each tried by itself.</param>
internal sealed record AcceptanceCheck(Func<RequestDraft> Valid, IReadOnlyList<Case> Cases)
{
    private sealed record Failure(Case Case, Attempt Attempt, ImmutableArray<Step> Trail);

    /// <summary>What was sent for a case, and what came.</summary>
    /// <param name="Plain">The valid request without the change.</param>
    /// <param name="Exchange">The exchange with it.</param>
    internal sealed record Attempt(RequestDraft Plain, Exchange Exchange);

    /// <summary>The member that the cases set; null where they are about the request as a whole.</summary>
    public Member? Member { get; init; }

    /// <summary>Smaller legal values; null where there are none.</summary>
    public Func<Sample, IEnumerable<Sample>>? Smaller { get; init; }

    /// <summary>
    /// The request without the member, for cases that are about any value of it; null for cases that show more.
    /// </summary>
    public Func<RequestDraft>? Without { get; init; }

    /// <summary>
    /// The request without values that a target may look up: where it is accepted, the rejection of the whole
    /// is no fault. Null where the cases hold no such value.
    /// </summary>
    public Func<RequestDraft>? Fallback { get; init; }

    /// <summary>The same for each case by itself; null for a case that holds no such value.</summary>
    public Func<Case, RequestDraft?>? FallbackOf { get; init; }

    /// <summary>Whether the cases only write the request differently, so that a rejection of the usual form excuses theirs.</summary>
    public bool IsAboutTheForm { get; init; }

    /// <summary>Brings about what a case needs; false where it can't be had, so that the case says nothing.</summary>
    public Func<TestSession, RequestDraft, Task<bool>>? Before { get; init; }

    /// <summary>Sends every case.</summary>
    public async Task<Finding> Run(TestSession test)
    {
        if (Cases.Count == 0)
            return Finding.Skipped(SkipReason.NotApplicable, "there is no value to try");
        var failures = new List<Failure>();
        var unsent = default(CannotArrangeException);
        var judged = 0;
        foreach (var @case in Cases)
        {
            Attempt? attempt;
            try
            {
                attempt = await Try(test, @case);
            }
            catch (CannotArrangeException cannot) when (cannot.Skip == SkipReason.NotApplicable)
            {
                // The other cases may still show a failure, and without one the requirement is not tested.
                unsent ??= cannot;
                test.Tried.NoteLeftOut(@case, cannot.Message);
                continue;
            }
            catch (GaveUpException) when (failures.Count > 0)
            {
                break;
            }
            if (attempt is null)
            {
                test.Tried.NoteLeftOut(@case, "what such a value refers to could not be created");
                continue;
            }
            var exchange = attempt.Exchange;
            test.Tried.NoteSent(@case, exchange);
            judged++;
            if (exchange.IsAccepted() || IsTaken(test, @case, exchange))
                continue;
            test.NoteFailure();
            failures.Add(new Failure(@case, attempt, test.Trail));
            if (exchange.SaysNothing())
                break;
        }
        if (failures.Count > 0)
            return await new AcceptanceExcuses(this, test, judged).For(failures[0].Case, failures[0].Attempt)
                ?? await Failed(test, failures, judged);
        if (unsent is not null)
            return Finding.Skipped(unsent.Skip, unsent.Message, judged);
        return judged == 0
            ? Finding.Skipped(SkipReason.NotIsolated, "what the values refer to could not be created")
            : Finding.Passed(judged);
    }

    private async Task<Attempt?> Try(TestSession test, Case @case)
    {
        test.BeginCase();
        var plain = Valid();
        var request = @case.Apply(plain);
        if (Before is not null && !await Before(test, request))
            return null;
        var exchange = await test.SendValid(request, @case.Says);
        if (exchange.Failure is not null)
            exchange = await Again(test, request, exchange);
        if (exchange.MayConflictWithItself() && !IsAboutNames)
        {
            plain = Valid();
            exchange = await test.Send(@case.Apply(plain), $"{@case.Says}, with fresh names");
        }
        return new Attempt(plain, exchange);
    }

    /// <summary>The same again; a request that arrived may have been carried out, although no response came.</summary>
    private static async Task<Exchange> Again(TestSession test, RequestDraft request, Exchange first)
    {
        var again = await test.Send(request, "the same again");
        return first.NeverArrived() ? again : again with { WasLost = true };
    }

    /// <summary>
    /// A name too short for the run's prefix may be taken on a lasting target, and a name whose first request was lost by
    /// that request. That is no failure: a name that conflicts was found to be legal. So may a promoted token that no run's
    /// id tells from its earlier use.
    /// </summary>
    private bool IsTaken(TestSession test, Case @case, Exchange exchange) =>
        (IsAboutNames || (@case.IsPromoted && Member is { Role: MemberRole.IdempotencyToken }))
        && exchange.EffectiveStatus() is { } status
        && status == test.Operation.ErrorFor(ErrorCause.Conflict)?.Status
        && @case.Sample?.Value is JsonText name
        && (
            exchange.MayHaveBeenCarriedOut()
            || !name.Value.StartsWith(test.Session.Draw.Prefix, StringComparison.Ordinal)
        );

    private bool IsAboutNames => Member is { Role: MemberRole.UniqueName };

    private async Task<Finding> Failed(TestSession test, List<Failure> failures, int judged)
    {
        var (first, (_, exchange), trail) = failures[0];
        var evidence = new Evidence(first.Says, Expectation.Accepted.Says, exchange.InWords(), trail);
        if (first.Sample is { } sample && Member is not null && exchange.Failure is null)
            evidence = await new Shrinking(Member, Smaller ?? (_ => []), FailsAgain).From(test, sample, evidence);
        return Finding.Failed(evidence, judged, Causes.Of(test.Operation, Expectation.Accepted, exchange)) with
        {
            FailedCases = [.. failures.Select(f => f.Case.Says)],
        };

        async Task<Exchange?> FailsAgain(Case smaller)
        {
            var response = (await Try(test, smaller))?.Exchange;
            // Rejected in another way is rejected for another reason, such as a name that is taken by now.
            var isSame = response?.Response is not null && response.EffectiveStatus() == exchange.EffectiveStatus();
            return isSame && !response!.IsAccepted() && !IsTaken(test, smaller, response!) ? response : null;
        }
    }
}
