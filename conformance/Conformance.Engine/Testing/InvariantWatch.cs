using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Testing;

/// <summary>Holds every exchange of a run against the invariants and keeps the first that breaks each.</summary>
public sealed class InvariantWatch(ImmutableArray<Invariant> invariants)
{
    private readonly ConcurrentDictionary<(string Operation, string Behaviour), Sighting> _first = new();
    private readonly ConcurrentDictionary<string, int> _seen = new();

    private sealed record Sighting(string Scope, int Turn, Step Step, string Actual, int AfterRequests)
    {
        /// <summary>The earlier one in canonical order, so that a report does not depend on parallelism.</summary>
        public static Sighting Earlier(Sighting a, Sighting b)
        {
            var order = string.CompareOrdinal(a.Scope, b.Scope);
            var earlier = (order != 0 ? order : a.Turn.CompareTo(b.Turn)) <= 0 ? a : b;
            return earlier with { AfterRequests = Math.Min(a.AfterRequests, b.AfterRequests) };
        }
    }

    /// <summary>Looks at one exchange.</summary>
    /// <param name="request">The request as it was drawn up.</param>
    /// <param name="scope">The requirement that it was sent for.</param>
    /// <param name="turn">Its turn within that requirement.</param>
    /// <param name="step">What was sent and what came.</param>
    /// <param name="evidence">Keeps what is remembered of it small.</param>
    /// <param name="requestsSent">Requests that the run has sent so far.</param>
    public void Look(RequestDraft request, string scope, int turn, Step step, EvidenceBudget evidence, int requestsSent)
    {
        if (step.Exchange.Response is not { } response)
            return;
        var operation = request.Operation.Id;
        _seen.AddOrUpdate(operation, 1, (_, count) => count + 1);
        foreach (var invariant in invariants)
            if (Binds(invariant, request, step.Exchange) && invariant.IsBroken(response))
                _first.AddOrUpdate(
                    (operation, invariant.Behaviour),
                    static (_, sighting) => sighting,
                    static (_, known, sighting) => Sighting.Earlier(known, sighting),
                    new Sighting(scope, turn, evidence.Cut(step), step.Exchange.InWords(), requestsSent)
                );
    }

    private static bool Binds(Invariant invariant, RequestDraft request, Exchange exchange) =>
        !(invariant.BindsTheApiAlone && (request.MayStopBeforeTheApi || exchange.MayBeTooLargeForAServer()))
        && !(invariant.SparesMeantFailures && request.IsMeantToFail);

    /// <summary>Requests that the run had sent when this invariant was first broken; null where it was not.</summary>
    public int? BrokenAfterRequests(string operation, Invariant invariant) =>
        _first.TryGetValue((operation, invariant.Behaviour), out var broken) ? broken.AfterRequests : null;

    /// <summary>What the exchanges of this operation say of this invariant.</summary>
    public Finding Judge(string operation, Invariant invariant)
    {
        var seen = _seen.GetValueOrDefault(operation);
        if (_first.TryGetValue((operation, invariant.Behaviour), out var broken))
            return Finding.Failed(
                new Evidence(
                    $"a response seen while testing {broken.Scope}",
                    invariant.Expected,
                    broken.Actual,
                    [broken.Step]
                ),
                seen
            );
        return seen == 0
            ? Finding.Skipped(SkipReason.NotIsolated, "no response of this operation was seen")
            : Finding.Passed(seen);
    }
}
