using System.Collections.Concurrent;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Generators.Dimensions;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>
/// The combinations of dimensions in which a target is known to accept a valid request: each is tried once by itself, before
/// tests of behaviours build on it. Safe for concurrent callers.
/// </summary>
public sealed class Combinations
{
    private const string Scope = "dimensions";

    private readonly ConcurrentDictionary<string, Lazy<Task<Known>>> _known = new();

    /// <summary>What is known of an operation.</summary>
    /// <param name="Dimensions">The dimensions in which its requests can differ.</param>
    /// <param name="Accepted">The combinations that the target accepts, the ordinary one first.</param>
    /// <param name="Rejected">The others, each with what the target said.</param>
    public sealed record Known(
        ImmutableArray<Dimension> Dimensions,
        ImmutableArray<Combination> Accepted,
        ImmutableArray<(Combination Combination, string Says)> Rejected
    )
    {
        /// <summary>Nothing but the ordinary.</summary>
        internal static Known Nothing { get; } = new([], [Combination.Ordinary], []);
    }

    /// <summary>What is known of the operation; it is found out when it is first asked for.</summary>
    internal Task<Known> Of(ApiSession session, Operation operation, CancellationToken cancel) =>
        _known.GetOrAdd(operation.Id, _ => new Lazy<Task<Known>>(() => Try(session, operation, cancel))).Value;

    /// <summary>What has been found out so far, by operation.</summary>
    internal IEnumerable<(string Operation, Known Known)> All =>
        _known
            .Where(k => k.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            .Select(k => (k.Key, k.Value.Value.Result));

    private static async Task<Known> Try(ApiSession session, Operation operation, CancellationToken cancel)
    {
        var dimensions = session.Dimensions(operation);
        if (dimensions.IsEmpty || session.Unsupported.Contains(operation.Id))
            return Known.Nothing;
        var test = new TestSession(session, RequirementOf(operation), operation, cancel);
        var known = Known.Nothing with { Dimensions = dimensions };
        foreach (var combination in Rows(session, operation, dimensions))
            known = await With(combination);
        // What met something else that the target rejects is tried by itself.
        foreach (var single in Singles(known))
            known = await With(single);
        return known;

        async Task<Known> With(Combination combination)
        {
            var (sent, why) = await Sent(test, dimensions, combination);
            return why is null
                ? known with
                {
                    Accepted = known.Accepted.Add(sent),
                }
                : known with
                {
                    Rejected = known.Rejected.Add((combination, why)),
                };
        }
    }

    /// <summary>
    /// The combination as a valid request can have it, and what the target says where it rejects that; null where it accepts
    /// it.
    /// </summary>
    private static async Task<(Combination Sent, string? Why)> Sent(
        TestSession test,
        ImmutableArray<Dimension> dimensions,
        Combination combination
    )
    {
        var sent = combination;
        test.BeginCase();
        try
        {
            var exchange = await test.SendFresh(Fresh, $"with {combination.InWords(dimensions)}");
            return (sent, exchange.IsAccepted() ? null : exchange.InWords());
        }
        catch (CannotArrangeException cannot)
        {
            return (sent, cannot.Message);
        }
        catch (GaveUpException gaveUp)
        {
            return (sent, gaveUp.Message);
        }

        RequestDraft Fresh()
        {
            var fresh = test.Valid(test.Operation).In(test.Session.Requests, combination, with: null, test.NextDraw());
            sent = fresh.Combination ?? Combination.Ordinary;
            return fresh;
        }
    }

    private static IEnumerable<Combination> Singles(Known known) =>
        from dimension in known.Dimensions
        from index in Enumerable.Range(1, dimension.Values.Length - 1)
        where !known.Accepted.Any(c => c.Of(dimension) == index)
        let single = Combination.Ordinary.With(dimension, index)
        where !known.Rejected.Any(r => r.Combination == single)
        select single;

    private static IEnumerable<Combination> Rows(
        ApiSession session,
        Operation operation,
        ImmutableArray<Dimension> dimensions
    ) =>
        CoveringArray
            .Rows(
                [.. dimensions.Select(d => d.Values.Length)],
                session.Profile.Strength,
                session.Draw.For($"{Scope}/{operation.Id}")
            )
            .Select(row =>
                row.Index()
                    .Where(choice => choice.Item > 0)
                    .Aggregate(Combination.Ordinary, (all, choice) => all.With(dimensions[choice.Index], choice.Item))
            )
            .Where(combination => !combination.Indexes.IsEmpty);

    private static Requirement RequirementOf(Operation operation) =>
        new($"{Scope}/{operation.Id}", operation.Api, operation.Id, RequirementGroup.Kit, Level.May, [], "", []);
}
