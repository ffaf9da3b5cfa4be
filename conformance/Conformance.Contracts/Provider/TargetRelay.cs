using Conformance.Engine.Http;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider;

/// <summary>A relay to a target for verifiers that are not the kit's: it stays until it is disposed of.</summary>
public sealed class TargetRelay : IAsyncDisposable
{
    private readonly TargetClient _courier;
    private readonly ApiSession _session;
    private readonly Relay _relay;

    private TargetRelay(TargetClient client, ApiSession session, Relay relay) =>
        (_courier, _session, _relay) = (client, session, relay);

    /// <summary>Whom the verifier is to take for the target.</summary>
    public Uri Address => _relay.Address;

    /// <summary>Where the verifier is to ask for provider states.</summary>
    public Uri States => _relay.States;

    /// <summary>Base URL of the target.</summary>
    public Uri Target => _session.Target;

    /// <summary>Has a first look at the target, and listens.</summary>
    /// <param name="planned">The API, as the target speaks it.</param>
    /// <param name="options">The target with its credentials and fixtures.</param>
    /// <param name="port">Port on 127.0.0.1; 0 for a free one.</param>
    /// <param name="cancel">Ends what it does for the verifier.</param>
    /// <exception cref="TargetOutOfReachException">There is nothing to relay to.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<TargetRelay> Open(
        PlannedApi planned,
        RunOptions options,
        int port,
        CancellationToken cancel
    )
    {
        var client = ApiSessions.TargetClient(planned.Api, options);
        try
        {
            var opened = ApiSessions.Open(planned, options, client, new RequestLog(options.RunId));
            var (session, inconclusive) = await Preflight.Look(opened, cancel);
            if (inconclusive is not null)
                throw new TargetOutOfReachException(inconclusive);
            var relaying = new Relaying(Bench(session, cancel), inJson: true);
            var relay = await Relay.Start(relaying.TryBring, relaying.Forward, options.Time, port, cancel);
            return new TargetRelay(client, session, relay);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Deletes what states made; gives what could not be deleted.</summary>
    public Task<ImmutableArray<string>> CleanUp(CancellationToken cancel) =>
        Engine.Running.CleanUp.Run(_session, parallelism: 1, cancel);

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        await _session.Webhooks.DisposeAsync();
        _courier.Dispose();
    }

    private static TestSession Bench(ApiSession session, CancellationToken cancel)
    {
        var operation = session.Api.Documented.First();
        var requirement = new Requirement(
            "relay",
            session.Api.Name,
            operation.Id,
            RequirementGroup.Kit,
            Level.May,
            [],
            "",
            []
        );
        return new TestSession(session, requirement, operation, cancel) { IsUnhurried = true };
    }
}

/// <summary>The target can't be reached, or is none; the message says what to do.</summary>
public sealed class TargetOutOfReachException(string message) : Exception(message);
