using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Running;

/// <summary>Deletes what the run made and has not deleted yet, children first, and says what is left.</summary>
internal static class CleanUp
{
    private const int MostGone = 4;

    /// <summary>Deletes everything in the ledger.</summary>
    /// <returns>What could not be deleted, as <c>operation id</c>.</returns>
    public static async Task<ImmutableArray<string>> Run(ApiSession session, int parallelism, CancellationToken cancel)
    {
        var left = new ConcurrentBag<string>();
        var works = new ConcurrentDictionary<string, bool>();
        var made = session.Ledger.EverMade.Where(e => HasDeletion(session.Api, e)).ToList();
        try
        {
            var entries = session.Ledger.Entries.Where(e => HasDeletion(session.Api, e)).ToList();
            if (
                entries.Any(e => !Deletions.IsOurs(session, e))
                && !await session.Disposal.RejectsDuplicates(session, cancel)
            )
                LeaveAll(e => !Deletions.IsOurs(session, e));
            LeaveAll(e => !e.MayBeNamed);
            foreach (var kind in entries.GroupBy(e => e.Request.Operation.Id).OrderByDescending(Depth))
                await DeleteKind(session, [.. kind], left, works, parallelism, cancel);
            return [.. left.Order(StringComparer.Ordinal)];

            void LeaveAll(Predicate<Created> isLeft)
            {
                foreach (var created in entries.Where(e => isLeft(e)))
                    left.Add(Deletions.Named(created));
                made.RemoveAll(e => isLeft(e));
                entries.RemoveAll(isLeft);
            }
        }
        finally
        {
            Deletions.WriteDown(session, made, kind => works.ContainsKey(kind) || session.Disposal.Works(kind));
        }
    }

    /// <summary>Whether the API has a way to delete it: where it has none, nobody expects it gone.</summary>
    public static bool HasDeletion(Api api, Created created) => Deletions.Exist(api, created);

    private static int Depth(IGrouping<string, Created> kind) => kind.First().Request.Segments.Count;

    /// <summary>The first deletion shows whether the target deletes such resources at all, and responds to that.</summary>
    private static async Task DeleteKind(
        ApiSession session,
        ImmutableArray<Created> kind,
        ConcurrentBag<string> left,
        ConcurrentDictionary<string, bool> works,
        int parallelism,
        CancellationToken cancel
    )
    {
        kind = [.. kind.OrderByDescending(created => created.IsCertain)];
        var operation = kind[0].Request.Operation.Id;
        IEnumerable<Created> rest = kind;
        if (!session.Disposal.Works(operation))
        {
            var first = await First(session, kind, cancel);
            if (first is null || first.RanOutOfTime() || SaysUnsupported(first, kind[0]))
            {
                foreach (var created in kind)
                    left.Add(Deletions.Named(created));
                return;
            }
            works[operation] = true;
            rest = first.IsAccepted() ? kind.Skip(1) : kind;
        }
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancel };
        await Parallel.ForEachAsync(
            rest,
            options,
            async (created, token) =>
            {
                var exchange = await Delete(session, created, token);
                if (exchange is null || !(exchange.IsAccepted() || Deletions.IsGone(exchange, created)))
                    left.Add(Deletions.Named(created));
            }
        );
    }

    private static async Task<Exchange?> First(
        ApiSession session,
        ImmutableArray<Created> kind,
        CancellationToken cancel
    )
    {
        var first = await Delete(session, kind[0], cancel);
        if (first?.RanOutOfTime() ?? false)
            first = await Delete(session, kind[0], cancel, isRepeated: true);
        // A test may have deleted it: the next one shows whether there are deletions.
        for (var next = 1; first?.Response?.Status == 404 && next < Math.Min(kind.Length, MostGone); next++)
            first = await Delete(session, kind[next], cancel);
        return first;
    }

    /// <summary>Whether the response says that such resources can't be deleted; a lost response says nothing.</summary>
    private static bool SaysUnsupported(Exchange deletion, Created created) =>
        deletion.Response is { Status: (>= 400 and < 500 and not 429) or 501 }
        && !(Deletions.IsGone(deletion, created) && !created.IsCertain);

    private static Task<Exchange?> Delete(
        ApiSession session,
        Created created,
        CancellationToken cancel,
        bool isRepeated = false
    ) =>
        Deletions.Send(
            session,
            created,
            operation => isRepeated ? session.Patience.Brief : session.Patience.For(operation, RequirementGroup.Kit),
            cancel
        );
}
