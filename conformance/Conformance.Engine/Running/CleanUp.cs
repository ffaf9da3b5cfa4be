using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>Deletes what the run made, children first, and says what is left.</summary>
internal static class CleanUp
{
    private const string Scope = "clean-up";

    private const int MostGone = 4;

    /// <summary>Deletes everything in the ledger.</summary>
    /// <returns>What could not be deleted, as <c>operation id</c>.</returns>
    public static async Task<ImmutableArray<string>> Run(ApiSession session, int parallelism, CancellationToken cancel)
    {
        var left = new ConcurrentBag<string>();
        var entries = session.Ledger.Entries.Where(e => HasDeletion(session.Api, e)).ToList();
        if (entries.Any(e => !IsOurs(session, e)) && !await RejectsDuplicates(session, cancel))
        {
            foreach (var unsure in entries.Where(e => !IsOurs(session, e)))
                left.Add(Named(unsure));
            entries.RemoveAll(e => !IsOurs(session, e));
        }
        foreach (var unsafeToName in entries.Where(e => !e.MayBeNamed))
            left.Add(Named(unsafeToName));
        entries.RemoveAll(e => !e.MayBeNamed);
        foreach (var kind in entries.GroupBy(e => e.Request.Operation.Id).OrderByDescending(Depth))
            await DeleteKind(session, [.. kind], left, parallelism, cancel);
        return [.. left.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether the API has a way to delete it: where it has none, nobody expects it gone.</summary>
    public static bool HasDeletion(Api api, Created created) =>
        api.Operations.Any(o => o.Method == "DELETE" && MadeBy(o) == created.Request.Operation.Id);

    /// <summary>The operation that makes what this one deletes.</summary>
    private static string? MadeBy(Operation deletion) =>
        deletion.Parameters.LastOrDefault(p => p.Place == Place.Path)?.RefersTo?.Operation;

    private static string Named(Created created) => $"{created.Request.Operation.Id} {created.Id}";

    /// <summary>
    /// Whether the run must have made it: the name begins with the run's id, or the target made the identifier.
    /// </summary>
    private static bool IsOurs(ApiSession session, Created created) =>
        created.IsGiven || created.Id.StartsWith(session.Draw.Prefix, StringComparison.Ordinal);

    /// <summary>
    /// A name too short for the run's id may have existed before: that it was accepted shows that it was free only on a
    /// target that rejects duplicates.
    /// </summary>
    private static async Task<bool> RejectsDuplicates(ApiSession session, CancellationToken cancel)
    {
        var known = session.Ledger.Entries.FirstOrDefault(e => !e.IsGiven && IsOurs(session, e));
        if (known is null)
            return false;
        // Without its token, or it would be a repeat and no duplicate.
        var token = known.Request.Operation.Playing(MemberRole.IdempotencyToken);
        var plain = known.Request with { Broken = null };
        var wire = (token is null ? plain : plain.Without(token)).ToWire();
        session.Log.Add(Scope, 0, "are duplicates rejected", wire, []);
        var exchange = await session.TargetClient.Send(wire, cancel);
        var conflict = known.Request.Operation.ErrorFor(ErrorCause.Conflict);
        return exchange.Response is { } response && response.Status == conflict?.Status;
    }

    private static int Depth(IGrouping<string, Created> kind) => kind.First().Request.Segments.Count;

    /// <summary>The first deletion shows whether the target deletes such resources at all, and responds to that.</summary>
    private static async Task DeleteKind(
        ApiSession session,
        ImmutableArray<Created> kind,
        ConcurrentBag<string> left,
        int parallelism,
        CancellationToken cancel
    )
    {
        kind = [.. kind.OrderByDescending(created => created.IsCertain)];
        var first = await Delete(session, kind[0], cancel);
        if (first?.RanOutOfTime() ?? false)
            first = await Delete(session, kind[0], cancel, isRepeated: true);
        // A test may have deleted it: the next one shows whether there are deletions.
        for (var next = 1; first?.Response?.Status == 404 && next < Math.Min(kind.Length, MostGone); next++)
            first = await Delete(session, kind[next], cancel);
        if (first is null || first.RanOutOfTime() || SaysUnsupported(first, kind[0]))
        {
            foreach (var created in kind)
                left.Add(Named(created));
            return;
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            first.IsAccepted() ? kind.Skip(1) : kind,
            options,
            async (created, token) =>
            {
                var exchange = await Delete(session, created, token);
                if (exchange is null || !(exchange.IsAccepted() || IsGone(exchange, created)))
                    left.Add(Named(created));
            }
        );
    }

    /// <summary>Whether the response says that such resources can't be deleted; a lost response says nothing.</summary>
    private static bool SaysUnsupported(Exchange deletion, Created created) =>
        deletion.Response is { Status: (>= 400 and < 500 and not 429) or 501 }
        && !(IsGone(deletion, created) && !created.IsCertain);

    /// <summary>
    /// It is gone already, with its parent or by itself, or never was. A name that the run broke on purpose, and whose
    /// response was lost, may be rejected here as ill-formed: then it is no resource's name.
    /// </summary>
    private static bool IsGone(Exchange deletion, Created created) =>
        deletion.Response?.Status == 404 || (deletion.Response?.Status == 400 && !created.IsCertain);

    private static async Task<Exchange?> Delete(
        ApiSession session,
        Created created,
        CancellationToken cancel,
        bool isRepeated = false
    )
    {
        if (Deletion(session.Api, created) is not { } request || session.Unsupported.Contains(request.Operation.Id))
            return null;
        var operation = request.Operation.Id;
        var allowed = isRepeated ? session.Patience.Brief : session.Patience.For(operation, RequirementGroup.Kit);
        if (allowed == Allowance.None)
            return null;
        var wire = request.ToWire() with { Timeout = allowed.IsFull ? null : allowed.Time };
        session.Log.Add(Scope, 0, "deletes what the run made", wire, request.Given);
        var exchange = await session.TargetClient.Send(wire, cancel);
        if (exchange.RanOutOfTime())
            session.Patience.NoteSilence(operation, allowed);
        else if (exchange.Response is not null)
            session.Patience.NoteResponse(operation, TimeSpan.FromMilliseconds(exchange.Milliseconds));
        return exchange;
    }

    /// <summary>The segments of what it lives in: a name that the client gives may stand in the path itself.</summary>
    private static ImmutableDictionary<string, string> ParentsOf(Created created) =>
        created.Request.Operation.Playing(MemberRole.UniqueName) is { Place: Place.Path } own
            ? created.Request.Segments.Remove(own.Name)
            : created.Request.Segments;

    private static RequestDraft? Deletion(Api api, Created created)
    {
        foreach (var operation in api.Operations.Where(o => o.Method == "DELETE"))
        {
            if (MadeBy(operation) != created.Request.Operation.Id)
                continue;
            var path = operation.Parameters.Where(p => p.Place == Place.Path).ToList();
            var parents = ParentsOf(created);
            if (path.Count != parents.Count + 1)
                continue;
            var segments = parents.SetItem(path[^1].Name, Octets.Encoded(created.Id));
            return new RequestDraft(operation, segments, null) { Given = created.IsGiven ? [created.Id] : [] };
        }
        return null;
    }
}
