using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Conformance.Engine.Configuration;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Engine.Running;

/// <summary>Tests one requirement and makes a verdict of whatever happens: a fault of the kit is never the target's.</summary>
internal sealed class RequirementCheck(ApiSession session, TimeProvider time)
{
    private const int LongestText = 2_000;

    private readonly ConcurrentDictionary<string, Begun> _begun = new(StringComparer.Ordinal);

    /// <summary>What was sent before the turn of a requirement; whatever went wrong then counts when that comes.</summary>
    private sealed record Begun(TestSession Test, Task Sent);

    /// <summary>The verdict, and what was seen beside it.</summary>
    public sealed record Result(Verdict Verdict, ImmutableArray<Observation> Observations, int? FailedAfterRequests)
    {
        /// <summary>Which values were sent.</summary>
        public required TriedValues Tried { get; init; }

        /// <summary>Which values of dimensions accepted requests had.</summary>
        public required SentPairs Pairs { get; init; }

        /// <summary>Set where the kit itself failed.</summary>
        public Exception? Fault { get; init; }
    }

    /// <summary>Sends what has to be sent before its turn; to be called once, before <see cref="Judge"/>.</summary>
    /// <returns>Whether there was anything to send.</returns>
    public async Task<bool> Begin(PlannedRequirement planned, CancellationToken cancel)
    {
        if (planned.Begins is null || Untestable(planned) is not null)
            return false;
        var id = planned.Requirement.Id;
        var test = Open(planned, cancel);
        return await session.Room.During(
            session,
            id,
            async () =>
            {
                var begun = _begun[id] = new Begun(test, Send());
                await Task.WhenAny(begun.Sent);
                return true;
            },
            cancel
        );

        async Task Send() => await planned.Begins(test);
    }

    /// <summary>Tests it.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<Result> Judge(PlannedRequirement planned, CancellationToken cancel)
    {
        var begun = _begun.GetValueOrDefault(planned.Requirement.Id);
        var test = begun?.Test ?? Open(planned, cancel);
        var started = time.GetTimestamp();
        var (finding, fault) = await Test(planned, test, begun?.Sent ?? Task.CompletedTask, cancel);
        if (test.Requests > 0 && !test.WasSilent)
            session.Patience.NoteHeard(planned.Requirement.Group);
        var milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
        var verdict = new Verdict(
            planned.Requirement,
            finding.Outcome,
            finding.Reason is { } reason ? Short(reason) : null,
            finding.Cases,
            test.Requests,
            milliseconds
        )
        {
            Skip = finding.Skip,
            Cause = finding.Cause is { } cause ? cause with { Rule = cause.Rule ?? planned.Rule } : null,
            Evidence = finding.Evidence is { } evidence
                ? session.Evidence.Of(evidence with { Actual = Short(evidence.Actual) })
                : null,
            FailedCases = finding.FailedCases,
        };
        if (verdict.Outcome == Outcome.Failed)
            test.NoteFailure();
        return new Result(
            verdict,
            [.. finding.Observations.Select(o => o with { Saw = Short(o.Saw) })],
            verdict.Outcome == Outcome.Failed ? test.FailedAfterRequests : null
        )
        {
            Tried = test.Tried,
            Pairs = test.Pairs,
            Fault = fault,
        };
    }

    // An operation that hangs altogether fails for what is plainest, so that is always looked at with the full time.
    private TestSession Open(PlannedRequirement planned, CancellationToken cancel) =>
        new(session, planned.Requirement, planned.Operation, cancel)
        {
            IsUnhurried = Grouping.IsPlainest(planned.Requirement),
        };

    // A target decides how long the names are that it sends.
    private static string Short(string text) => Shortened.To(LongestText, text);

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever goes wrong in a test is the kit's fault: it becomes an errored verdict, and the run goes on."
    )]
    private async Task<(Finding Finding, Exception? Fault)> Test(
        PlannedRequirement planned,
        TestSession test,
        Task begun,
        CancellationToken cancel
    )
    {
        try
        {
            await begun;
            return (Untestable(planned) ?? await new AcrossDimensions(planned, test).Test(), null);
        }
        catch (CannotArrangeException cannot)
        {
            return (Finding.Skipped(cannot.Skip, cannot.Message), null);
        }
        catch (UnreadResponseException unread)
        {
            return (Finding.Errored(unread.Message, cause: new(CauseKind.LimitOfTheKit)), null);
        }
        catch (GaveUpException gaveUp)
        {
            session.Patience.NoteGivenUp();
            return (Finding.Errored(gaveUp.Message, cause: new(CauseKind.GivenUp)), null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            return (Finding.Errored(KitFaults.InWords(fault), cause: new(CauseKind.KitFault)), fault);
        }
    }

    private Finding? Untestable(PlannedRequirement planned)
    {
        if (session.Unsupported.Covers(planned.Operation.Id, planned.Requirement.Id))
            return Finding.Skipped(SkipReason.Unsupported, "the configuration declares it unsupported");
        var missing = planned.Needs.Where(name => session.Fixtures.For(name) is null).ToList();
        return missing.Count > 0
            ? Finding.Skipped(
                SkipReason.MissingFixture,
                FixtureAdvice.Missing(session.Api, missing),
                cause: new(CauseKind.FixtureMissing) { Fixtures = string.Join(", ", missing) }
            )
            : null;
    }
}
