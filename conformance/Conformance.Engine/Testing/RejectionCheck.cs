using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Tests that requests with one thing wrong are rejected, while the same request without it is accepted.</summary>
/// <param name="Valid">A valid request, with fresh names each time.</param>
/// <param name="Cases">The violations, each tried by itself.</param>
/// <param name="Expected">How each has to be rejected.</param>
internal sealed record RejectionCheck(Func<RequestDraft> Valid, IReadOnlyList<Case> Cases, Expectation Expected)
{
    private sealed record Failure(Case Case, Exchange Exchange, ImmutableArray<Step> Trail);

    /// <summary>The member that the cases break; null where they break the request as a whole.</summary>
    public Member? Member { get; init; }

    /// <summary>Smaller values that break the same; null where there are none.</summary>
    public Func<Sample, IEnumerable<Sample>>? Smaller { get; init; }

    /// <summary>The sample with another value, where that shows the same; null where the size of values shows nothing.</summary>
    public Func<Sample, Func<JsonValue, Sample?>>? Alike { get; init; }

    /// <summary>What is tried on the target before a case; its outcome does not matter.</summary>
    public Func<TestSession, RequestDraft, Task>? Before { get; init; }

    /// <summary>Sends the control request, then every case.</summary>
    public async Task<Finding> Run(TestSession test)
    {
        if (Cases.Count == 0)
            return Finding.Skipped(SkipReason.NotApplicable, "no value breaks this constraint");
        var control = await test.SendFresh(Valid, "the control request: the same request without the violation");
        if (!control.IsAccepted())
            return ControlRejected(test, control);
        var failures = new List<Failure>();
        var unsent = default(CannotArrangeException);
        for (var tried = 1; tried <= Cases.Count; tried++)
        {
            var @case = Cases[tried - 1];
            Exchange exchange;
            try
            {
                exchange = await Try(test, @case);
            }
            catch (CannotArrangeException cannot) when (cannot.Skip == SkipReason.NotApplicable)
            {
                // The other cases may still show a failure, and without one the requirement is not tested.
                unsent ??= cannot;
                test.Tried.NoteLeftOut(@case, cannot.Message);
                continue;
            }
            catch (Exception e) when (failures.Count > 0 && e is (GaveUpException or NoRoomException))
            {
                break;
            }
            test.Tried.NoteSent(@case, exchange);
            if (IsMet(@case, exchange))
                continue;
            if (exchange.Limit() is { } limit)
                return Finding.Errored(limit, tried, Causes.SaysNothing(exchange));
            if (IsNoRealResponse(exchange) && await IsAboutTheSize(test, exchange))
            {
                test.Tried.NoteLeftOut(@case, "the target fails at every request of its size");
                continue;
            }
            if (exchange.Failure is not null && failures.Count == 0)
                return await NoResponse(test, @case, exchange, control, tried);
            test.NoteFailure();
            failures.Add(new Failure(@case, exchange, test.Trail));
        }
        if (failures.Count > 0)
            return await Failed(test, failures, control);
        if (unsent is not null)
            return Finding.Skipped(unsent.Skip, unsent.Message, Cases.Count);
        return await LooksUp(test) ?? Finding.Passed(Cases.Count);
    }

    private Finding ControlRejected(TestSession test, Exchange control) =>
        control.MayConflictWithItself()
            ? Finding.Errored(control.ConflictWithItself(), cause: new(CauseKind.ConflictWithItself))
        : control.SaysNothing()
            ? Finding.Errored(
                $"the request without the violation got {control.InWords()}",
                cause: Causes.SaysNothing(control)
            )
        : LookUp.ExplainsOrdinary(test, Member, control) is { } unknown ? LookUp.Missing(test, unknown, control)
        : Finding.Skipped(
            SkipReason.NotIsolated,
            $"the same request without the violation was rejected as well: {control.InWords()}",
            cause: Causes.ControlRejected(test.Operation, control)
        );

    // With half a character in it a text may not even be read as JSON, and is then rejected as such.
    private bool IsMet(Case @case, Exchange exchange) =>
        Expected.IsMetBy(exchange)
        || exchange.IsTooLarge()
        || (@case.Sample is { IsIllFormed: true } && Expectation.AnyClientError.IsMetBy(exchange));

    private async Task<Exchange> Try(TestSession test, Case @case)
    {
        await test.NextCase();
        var request = @case.Apply(Valid()) with { IsViolation = true };
        if (Before is not null)
            await Before(test, request);
        return await test.Send(request, @case.Says);
    }

    /// <summary>
    /// Whether a request got no response, or a server error, because of its size, which is for the requirement on large
    /// bodies to judge: one with nothing wrong, made as large by white space, fares no better.
    /// </summary>
    private async Task<bool> IsAboutTheSize(TestSession test, Exchange failed)
    {
        if (!failed.MayBeTooLargeForAServer())
            return false;
        return failed.Request.Body is not { } body
            ? failed.Response is null
            : IsNoRealResponse(
                await test.Send(Valid().Padded(body.Length), "the control request, made as large by white space")
            );
    }

    private static bool IsNoRealResponse(Exchange exchange) => exchange.Response is null or { Status: >= 500 };

    /// <summary>A request without a response counts only if that is no chance.</summary>
    private async Task<Finding> NoResponse(TestSession test, Case @case, Exchange first, Exchange control, int tried)
    {
        var (last, trail) = (first, test.Trail);
        var why = await new MissingResponse(Again, ControlAgain).WhyByChance(test, first);
        return why is not null
            ? Finding.Errored($"{@case.Says}: {why}", tried, Causes.Lost(last))
            : Finding.Failed(
                new Evidence(@case.Says, Expected.Says, last.InWords(), trail) { Control = control },
                tried,
                Causes.Of(test.Operation, Expected, last)
            );

        async Task<Exchange> Again()
        {
            last = await Try(test, @case);
            trail = test.Trail;
            return last;
        }

        async Task<string?> ControlAgain()
        {
            var alive = await test.Send(Valid(), "the control request again");
            return alive.IsAccepted() ? null : alive.InWords();
        }
    }

    private async Task<Finding> Failed(TestSession test, List<Failure> failures, Exchange control)
    {
        var (first, exchange, trail) = failures[0];
        var evidence = new Evidence(first.Says, Expected.Says, exchange.InWords(), trail) { Control = control };
        if (first.Sample is { } sample && Member is not null)
        {
            var shrinking = new Shrinking(Member, Smaller ?? (_ => []), FailsAgain) { Alike = Alike };
            evidence = await shrinking.From(test, sample, evidence);
        }
        return Finding.Failed(evidence, Cases.Count, Causes.Of(test.Operation, Expected, exchange)) with
        {
            FailedCases = [.. failures.Select(f => f.Case.Says)],
        };

        async Task<Exchange?> FailsAgain(Case smaller)
        {
            var response = await Try(test, smaller);
            // A value that fails in another way would lead to another fault.
            var isSame = !response.SaysNothing() && response.IsAccepted() == exchange.IsAccepted();
            return isSame && !IsMet(smaller, response) ? response : null;
        }
    }

    /// <summary>
    /// Where a target looks values up in a world of its own, an unknown legal value is rejected like a
    /// broken one, and the rejections show nothing about the constraint.
    /// </summary>
    private async Task<Finding?> LooksUp(TestSession test)
    {
        // What is missing or of another kind can't be looked up: only strings can.
        if (Member is null || !Cases.All(c => c.Sample?.Value is JsonText))
            return null;
        var control = await LookUp.Control(test, Valid(), Member);
        if (control is null || !Expected.IsMetBy(control))
            return null;
        return Finding.Skipped(
            SkipReason.InterpretationAllows,
            $"the target rejects unknown values of {Member.Path} in the same way{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}: {control.InWords()}",
            Cases.Count
        );
    }
}
