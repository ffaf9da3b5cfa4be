using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>Remembers what the run made on the target, so that it can be deleted and nothing else is.</summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<(string Operation, string Parents, string Id), Created> _entries = new();

    /// <summary>What was made, children before the resources they live in.</summary>
    public IReadOnlyList<Created> Entries =>
        [.. _entries.OrderByDescending(e => e.Value.Request.Segments.Count).ThenBy(e => e.Key).Select(e => e.Value)];

    /// <summary>
    /// Writes down what a request is about to make: should its response be lost, or the run be cancelled meanwhile, the
    /// resource may be there all the same. Only for names that begin with the run's id: others may be somebody's.
    /// </summary>
    public void NoteBegin(RequestDraft request, string prefix)
    {
        if (request.Operation.Role != OperationRole.Documented)
            return;
        if (NameIn(request) is { } name && name.StartsWith(prefix, StringComparison.Ordinal))
            _entries.TryAdd(KeyOf(request, name), new Created(request, name, IsGiven: false) { IsCertain = false });
    }

    /// <summary>Writes down the resource that this exchange made, or that it made none.</summary>
    public void NoteEnd(RequestDraft request, Exchange exchange)
    {
        var mayBeThere = exchange.Response is null && !exchange.NeverArrived();
        if (request.Operation.Role != OperationRole.Documented || mayBeThere)
            return;
        if (exchange.IsAccepted() && Named(request, exchange) is { } created)
            _entries[KeyOf(request, created.Id)] = created;
        else if (
            NameIn(request) is { } name
            && _entries.TryGetValue(KeyOf(request, name), out var entry)
            && !entry.IsCertain
            && !exchange.MayHaveBeenCarriedOut()
        )
            _entries.TryRemove(new(KeyOf(request, name), entry));
    }

    private static (string, string, string) KeyOf(RequestDraft request, string id) =>
        (request.Operation.Id, string.Join('/', request.Segments.OrderBy(s => s.Key).Select(s => s.Value)), id);

    private static string? NameIn(RequestDraft request) =>
        request.TextAt(request.Operation.Playing(MemberRole.UniqueName));

    private static Created? Named(RequestDraft request, Exchange exchange)
    {
        var identifier = request.Operation.Success.Members.FirstOrDefault(m => m.Role == MemberRole.Identifier);
        if (identifier is not null)
            return exchange.Identifier(identifier) is { Length: > 0 } given
                ? new Created(request, GivenIdentifier.Kept(given), IsGiven: true)
                {
                    MayBeNamed = GivenIdentifier.MayStandInAUrl(given),
                }
                : null;
        return NameIn(request) is { } name ? new Created(request, name, IsGiven: false) : null;
    }
}
