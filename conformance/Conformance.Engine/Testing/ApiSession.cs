using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Generators.Dimensions;
using Conformance.Reports.Secrecy;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>What all requirements of one API share during a run.</summary>
public sealed record ApiSession(
    Api Api,
    TargetClient TargetClient,
    Profile Profile,
    Fixtures Fixtures,
    ValueSource Values,
    Draw Draw,
    RequestLog Log,
    InvariantWatch Watch,
    Ledger Ledger
)
{
    /// <summary>Base URL of the target.</summary>
    public required Uri Target { get; init; }

    /// <summary>How the target is reached.</summary>
    public Route Route { get; init; } = Route.Straight;

    /// <summary>Which optional operations the target has; found out before the first requirement.</summary>
    public Capabilities Capabilities { get; init; } = Capabilities.None;

    /// <summary>Values of resources that exist, by the operation and member that named them.</summary>
    public ImmutableDictionary<Reference, string> Known { get; init; } = ImmutableDictionary<Reference, string>.Empty;

    /// <summary>Where the values of valid requests come from.</summary>
    public RequestSource Requests => new(Api, Values, Fixtures, Known) { Demanded = Demanded };

    /// <summary>Optional members that the target demands all the same, by operation.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Member>> Demanded { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Member>>(StringComparer.Ordinal);

    /// <summary>Whether the target demands this optional member.</summary>
    internal bool Demands(Operation operation, Member member) =>
        Demanded.GetValueOrDefault(operation.Id, []).Any(m => m.Path == member.Path);

    /// <summary>Values on which targets once failed, by the requirement that tries them first.</summary>
    public ImmutableDictionary<string, ImmutableArray<Sample>> Promoted { get; init; } =
        ImmutableDictionary<string, ImmutableArray<Sample>>.Empty;

    /// <summary>What the configuration says the target does not implement.</summary>
    public UnsupportedOperations Unsupported { get; init; } = UnsupportedOperations.None;

    /// <summary>Looks at every response to a valid request.</summary>
    public ResponseWatch Responses { get; init; } = new([]);

    /// <summary>Notes the identifiers that accepted requests were given.</summary>
    public IdentifierWatch Identifiers { get; init; } = new();

    /// <summary>The combinations of dimensions that the target accepts.</summary>
    public Combinations Combinations { get; init; } = new();

    /// <summary>The dimensions in which requests of the operation can differ; in process all are framed alike.</summary>
    internal ImmutableArray<Dimension> Dimensions(Operation operation) =>
        FreeMembers
            .Dimensions(Requests, operation)
            .RemoveAll(dimension => dimension.Name == Framings.All.Name && !TargetClient.HasSockets);

    /// <summary>Where webhooks arrive; it listens only once a requirement asks for it.</summary>
    public required WebhookSession Webhooks { get; init; }

    /// <summary>Keeps what is shown of the exchanges small.</summary>
    public EvidenceBudget Evidence { get; init; } = new(new Secrets());

    /// <summary>How long responses are waited for; without end where nothing else is said.</summary>
    public Patience Patience { get; init; } = new(Timeout.InfiniteTimeSpan);

    /// <summary>Clock of what is waited for.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether one requirement is tested after the other, whatever else is allowed: where ordinary responses are large,
    /// several at once would fill the memory.
    /// </summary>
    public bool IsOneAtATime { get; init; }

    /// <summary>Deletes what is not needed any more.</summary>
    internal Disposal Disposal { get; init; } = new();

    /// <summary>Where requirements wait for room, if the configuration bounds how much may exist at once.</summary>
    internal Room Room { get; init; } = new();

    /// <summary>How many requests were sent so far to test: when something is deleted depends on what runs beside it.</summary>
    internal int TestingRequests => TargetClient.RequestsSent - Disposal.RequestsSent;

    /// <summary>Whether requests carry credentials.</summary>
    public bool HasCredentials { get; init; }
}
