using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing.Cleaning;

/// <summary>The requests that delete what a run made, or show that it is gone.</summary>
internal static class Deletions
{
    /// <summary>What such requests are written down under.</summary>
    public const string Scope = "clean-up";

    /// <summary>The operations that make what the API has a way to delete.</summary>
    public static ImmutableHashSet<string> KindsOf(Api api) =>
        [
            .. api
                .Operations.Where(o => o.Role == OperationRole.Documented)
                .Select(o => o.Id)
                .Where(id => api.Operations.Any(o => o.Method == "DELETE" && MadeBy(o) == id)),
        ];

    /// <summary>Whether the API has a way to delete it: where it has none, nobody expects it gone.</summary>
    public static bool Exist(Api api, Created created) =>
        api.Operations.Any(o => o.Method == "DELETE" && MadeBy(o) == created.Request.Operation.Id);

    /// <summary>How a report names it.</summary>
    public static string Named(Created created) => $"{created.Request.Operation.Id} {created.Id}";

    /// <summary>
    /// Whether the run must have made it: the name begins with the run's id, or the target made the identifier.
    /// </summary>
    public static bool IsOurs(ApiSession session, Created created) =>
        created.IsGiven || created.Id.StartsWith(session.Draw.Prefix, StringComparison.Ordinal);

    /// <summary>
    /// It is gone already, with its parent or by itself, or never was. A name that the run broke on purpose, and whose
    /// response was lost, may be rejected here as ill-formed: then it is no resource's name.
    /// </summary>
    public static bool IsGone(Exchange deletion, Created created) =>
        deletion.Response?.Status == 404 || (deletion.Response?.Status == 400 && !created.IsCertain);

    /// <summary>The request that deletes it; null where the API has none that fits.</summary>
    public static RequestDraft? Of(Api api, Created created) => About(api, "DELETE", created);

    /// <summary>The request that reads it; null where the API has none that fits.</summary>
    public static RequestDraft? Reading(Api api, Created created) => About(api, "GET", created);

    /// <summary>Sends its deletion.</summary>
    /// <param name="session">The session that made it.</param>
    /// <param name="created">What is deleted.</param>
    /// <param name="allowed">How long the response is waited for.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null where there is no such request, or it is not to be sent.</returns>
    public static async Task<Exchange?> Send(
        ApiSession session,
        Created created,
        Func<string, Allowance> allowed,
        CancellationToken cancel
    )
    {
        if (Of(session.Api, created) is not { } request || session.Unsupported.Contains(request.Operation.Id))
            return null;
        var operation = request.Operation.Id;
        var time = allowed(operation);
        if (time == Allowance.None)
            return null;
        // Before it is carried out: from then on the target may give the same identifier again.
        session.Identifiers.Release(created);
        var wire = request.ToWire() with { Timeout = time.IsFull ? null : time.Time };
        var exchange = await session.TargetClient.Send(wire, cancel);
        if (exchange.RanOutOfTime())
            session.Patience.NoteSilence(operation, time);
        else if (exchange.Response is not null)
            session.Patience.NoteResponse(operation, TimeSpan.FromMilliseconds(exchange.Milliseconds));
        return exchange;
    }

    /// <summary>
    /// Writes down the deletion of everything that was made, once for each, however often and whenever it was sent: that
    /// depends on what ran beside it. Of a kind that the target does not delete, one stands for all.
    /// </summary>
    public static void WriteDown(ApiSession session, IEnumerable<Created> made, Func<string, bool> isDeleted)
    {
        var requests = made.Where(created => created.MayBeNamed)
            .Select(created => (Kind: created.Request.Operation.Id, Request: Of(session.Api, created)))
            .Where(it => it.Request is not null && !session.Unsupported.Contains(it.Request.Operation.Id));
        foreach (var kind in requests.GroupBy(it => it.Kind))
        {
            var ordered = kind.Select(it => it.Request!).OrderBy(r => r.ToWire().Target, StringComparer.Ordinal);
            foreach (var request in isDeleted(kind.Key) ? ordered : ordered.Take(1))
                session.Log.Add(Scope, 0, "deletes what the run made", request.ToWire(), request.Given);
        }
    }

    /// <summary>The operation that makes what this one is about.</summary>
    private static string? MadeBy(Operation operation) =>
        operation.Parameters.LastOrDefault(p => p.Place == Place.Path)?.RefersTo?.Operation;

    /// <summary>The segments of what it lives in: a name that the client gives may stand in the path itself.</summary>
    private static ImmutableDictionary<string, string> ParentsOf(Created created) =>
        created.Request.Operation.Playing(MemberRole.UniqueName) is { Place: Place.Path } own
            ? created.Request.Segments.Remove(own.Name)
            : created.Request.Segments;

    private static RequestDraft? About(Api api, string method, Created created)
    {
        foreach (var operation in api.Operations.Where(o => o.Method == method))
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
