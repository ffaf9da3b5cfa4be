using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Reports.Secrecy;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>
/// The identifiers that a run was given, whatever the requests were sent for: no two resources may share one. Safe for
/// concurrent callers.
/// </summary>
public sealed class IdentifierWatch
{
    private readonly ConcurrentDictionary<(string Operation, string Identifier), Given> _first = new();
    private readonly ConcurrentDictionary<string, Twice> _twice = new();
    private readonly ConcurrentDictionary<(string Operation, string Identifier), bool> _released = new();

    /// <summary>A response that gave an identifier.</summary>
    /// <param name="Scope">The requirement that its request was sent for.</param>
    /// <param name="Turn">Its turn there.</param>
    /// <param name="Step">What was sent and what came.</param>
    /// <param name="Token">The idempotency token in the request; null where it had none.</param>
    public sealed record Given(string Scope, int Turn, Step Step, string? Token);

    /// <summary>Two responses that gave the same.</summary>
    /// <param name="Identifier">What they gave.</param>
    /// <param name="First">One of the two.</param>
    /// <param name="Second">The other.</param>
    /// <param name="AfterRequests">Requests that the run had sent by then.</param>
    public sealed record Twice(string Identifier, Given First, Given Second, int AfterRequests);

    /// <summary>Notes what an accepted request was given that is meant to repeat no other.</summary>
    public void Look(RequestDraft request, string scope, int turn, Step step, EvidenceBudget evidence, int requestsSent)
    {
        var operation = request.Operation;
        if (operation.Success.Members.FirstOrDefault(m => m.Role == MemberRole.Identifier) is not { } member)
            return;
        if (step.Exchange.Identifier(member) is not { } whole)
            return;
        var identifier = GivenIdentifier.Kept(whole);
        var given = new Given(
            scope,
            turn,
            evidence.Brief(step),
            request.TextAt(operation.Playing(MemberRole.IdempotencyToken))
        );
        var first = _first.GetOrAdd((operation.Id, identifier), given);
        if (
            !ReferenceEquals(first, given)
            && !MayRepeat(first, given)
            && !_released.ContainsKey((operation.Id, identifier))
        )
            _twice.TryAdd(operation.Id, new Twice(identifier, first, given, requestsSent));
    }

    /// <summary>
    /// Notes that a resource is about to be deleted: a target that counts its resources may give the number again. A UUID is
    /// unique for all time (RFC 9562, 1).
    /// </summary>
    internal void Release(Created created)
    {
        if (created.IsGiven && !Guid.TryParse(created.Id, out _))
            _released[(created.Request.Operation.Id, created.Id)] = true;
    }

    // Tokens too short for the run's prefix, such as those to which a failing one shrinks, may come again. One that differs
    // in case alone is for the requirement about that.
    private static bool MayRepeat(Given first, Given second) =>
        first.Token is { } token && token.Equals(second.Token, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many different ones the operation gave.</summary>
    public int CountOf(string operation) => _first.Keys.Count(key => key.Operation == operation);

    /// <summary>Two responses of the operation that gave the same; null where there are none.</summary>
    public Twice? SharedBy(string operation) => _twice.GetValueOrDefault(operation);
}
