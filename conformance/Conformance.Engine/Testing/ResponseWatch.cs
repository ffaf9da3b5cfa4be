using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Reports.Secrecy;

namespace Conformance.Engine.Testing;

/// <summary>
/// Holds every response against what responses of its kind have to be like, whatever its request was sent for: what shows
/// only in some sizes, texts or orders, or once in many times, shows without a request more.
/// </summary>
public sealed class ResponseWatch(IEnumerable<PlannedRequirement> requirements)
{
    private readonly ILookup<string, (string Id, ResponseCheck Duty)> _duties = requirements
        .Where(r => r.Responses is not null)
        .ToLookup(r => r.Operation.Id, r => (r.Requirement.Id, r.Responses!));

    private readonly ConcurrentDictionary<string, Wrong> _first = new();

    /// <summary>A response that is not as it has to be.</summary>
    /// <param name="Scope">The requirement that the request was sent for.</param>
    /// <param name="Turn">Its turn there.</param>
    /// <param name="Step">What was sent and what came.</param>
    /// <param name="Actual">What is wrong, in words.</param>
    /// <param name="AfterRequests">Requests that the run had sent when it first went wrong.</param>
    public sealed record Wrong(string Scope, int Turn, Step Step, string Actual, int AfterRequests)
    {
        /// <summary>What is wrong, as data.</summary>
        public Cause? Cause { get; init; }

        /// <summary>The earlier one in canonical order, so that a report does not depend on parallelism.</summary>
        internal static Wrong Earlier(Wrong a, Wrong b)
        {
            var order = string.CompareOrdinal(a.Scope, b.Scope);
            var earlier = (order != 0 ? order : a.Turn.CompareTo(b.Turn)) <= 0 ? a : b;
            return earlier with { AfterRequests = Math.Min(a.AfterRequests, b.AfterRequests) };
        }
    }

    /// <summary>
    /// Looks at one response: as at one that accepts a valid request, or as at an error; a stream that tells an error is
    /// written like any other.
    /// </summary>
    public void Look(RequestDraft request, string scope, int turn, Step step, EvidenceBudget evidence, int requestsSent)
    {
        foreach (var (id, duty) in _duties[request.Operation.Id])
            if (IsAbout(duty, step.Exchange) && duty.Look(step.Exchange) is { Problem: { } actual, Cause: var cause })
                _first.AddOrUpdate(
                    id,
                    static (_, wrong) => wrong,
                    static (_, known, wrong) => Wrong.Earlier(known, wrong),
                    new Wrong(scope, turn, evidence.Cut(step), actual, requestsSent) { Cause = cause }
                );
    }

    private static bool IsAbout(ResponseCheck duty, Exchange exchange) =>
        exchange.IsAccepted() ? !duty.IsAboutErrors
        : exchange.StreamedError is not null ? duty.IsAboutErrors || duty.BindsStreamedErrors
        : duty.IsAboutErrors;

    /// <summary>The first wrong response that this requirement is about; null where all were right.</summary>
    public Wrong? WrongFor(string requirement) => _first.GetValueOrDefault(requirement);
}
