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
        _known
            .GetOrAdd(operation.Id, _ => new Lazy<Task<Known>>(() => Try(session, operation, cancel)))
            .Value;

    /// <summary>What has been found out so far, by operation.</summary>
    internal IEnumerable<(string Operation, Known Known)> All =>
        _known
            .Where(k => k.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            .Select(k => (k.Key, k.Value.Value.Result));

    private static async Task<Known> Try(ApiSession session, Operation operation, CancellationToken cancel)
    {
        var dimensions = FreeMembers.Dimensions(session.Requests, operation);
        if (dimensions.IsEmpty || session.Unsupported.Contains(operation.Id))
            return Known.Nothing;
        var test = new TestSession(session, RequirementOf(operation), operation, cancel) { IsUnhurried = true };
        var (accepted, rejected) = (new List<Combination> { Combination.Ordinary }, new List<(Combination, string)>());
        foreach (var combination in Rows(session, operation, dimensions))
        {
            test.BeginCase();
            try
            {
                var exchange = await test.SendFresh(Fresh, $"with {combination.InWords(dimensions)}");
                if (exchange.IsAccepted())
                    accepted.Add(combination);
                else
                    rejected.Add((combination, exchange.InWords()));
            }
            catch (CannotArrangeException cannot)
            {
                rejected.Add((combination, cannot.Message));
            }

            RequestDraft Fresh() =>
                test.Valid(operation).In(session.Requests, combination, with: null, test.NextDraw());
        }
        return new Known(dimensions, [.. accepted], [.. rejected]);
    }

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
                    .Aggregate(
                        Combination.Ordinary,
                        (all, choice) => all.With(dimensions[choice.Index], choice.Item)
                    )
            )
            .Where(combination => !combination.Indexes.IsEmpty);

    private static Requirement RequirementOf(Operation operation) =>
        new(
            $"{Scope}/{operation.Id}",
            operation.Api,
            operation.Id,
            RequirementGroup.Kit,
            Level.May,
            [],
            "",
            []
        );
}
