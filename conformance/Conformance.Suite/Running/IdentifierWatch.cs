using System.Collections.Concurrent;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Requests;

namespace Conformance.Suite.Running;

/// <summary>
/// The identifiers that a run was given, whatever the requests were sent for: no two resources may share one. Safe for
/// concurrent callers.
/// </summary>
public sealed class IdentifierWatch
{
    private readonly ConcurrentDictionary<(string Operation, string Identifier), Given> _first = new();
    private readonly ConcurrentDictionary<string, Twice> _twice = new();

    /// <summary>An answer that gave an identifier.</summary>
    /// <param name="Scope">The requirement that its request was sent for.</param>
    /// <param name="Turn">Its turn there.</param>
    /// <param name="Step">What was sent and what came.</param>
    public sealed record Given(string Scope, int Turn, Step Step);

    /// <summary>Two answers that gave the same.</summary>
    /// <param name="Identifier">What they gave.</param>
    /// <param name="First">One of the two.</param>
    /// <param name="Second">The other.</param>
    /// <param name="AfterRequests">Requests that the run had sent by then.</param>
    public sealed record Twice(string Identifier, Given First, Given Second, int AfterRequests);

    /// <summary>Notes what an accepted request that repeats no other was given.</summary>
    public void Look(RequestDraft request, string scope, int turn, Step step, int requestsSent)
    {
        var operation = request.Operation;
        if (operation.Success.Members.FirstOrDefault(m => m.Role == MemberRole.Identifier) is not { } member)
            return;
        if (Proving.Saw.Text(step.Exchange, member.WireName) is not { } identifier)
            return;
        var given = new Given(scope, turn, step);
        var first = _first.GetOrAdd((operation.Id, identifier), given);
        if (!ReferenceEquals(first, given))
            _twice.TryAdd(operation.Id, new Twice(identifier, first, given, requestsSent));
    }

    /// <summary>How many different ones the operation gave.</summary>
    public int CountOf(string operation) => _first.Keys.Count(key => key.Operation == operation);

    /// <summary>Two answers of the operation that gave the same; null where there are none.</summary>
    public Twice? SharedBy(string operation) => _twice.GetValueOrDefault(operation);
}
