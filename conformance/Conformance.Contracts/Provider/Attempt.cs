using Conformance.Contracts.Provider.States;
using Conformance.Reports;
using Conformance.Suite.Proving;
using Conformance.Suite.Requests;
using Conformance.Suite.Webhooks;

namespace Conformance.Contracts.Provider;

/// <summary>One interaction, verified once.</summary>
/// <param name="Result">What Pact's verifier made of it.</param>
/// <param name="Request">What was sent to the target last; null where nothing was.</param>
/// <param name="Exchange">What became of that.</param>
internal sealed record Attempt(InteractionResult Result, RequestDraft? Request, Exchange? Exchange);

/// <summary>Has Pact's verifier verify an interaction through a relay of its own.</summary>
/// <param name="bench">Where it is proved: the requests are its requests.</param>
/// <param name="verify">The verifier.</param>
/// <param name="inJson">Whether streams are shown to it as JSON.</param>
internal sealed class Attempting(Workbench bench, Verify verify, bool inJson)
{
    private readonly Lock _lock = new();
    private BroughtAbout? _state;
    private RequestDraft? _request;
    private Exchange? _exchange;

    /// <summary>Brings about what the kit doesn't know; null where nobody does.</summary>
    public BringElsewhere? Elsewhere { get; init; }

    /// <summary>Whether the configuration means the request to fail.</summary>
    public bool MayFail => _state?.MayFail ?? false;

    /// <summary>Brings its states about, and verifies it.</summary>
    /// <exception cref="CannotArrangeException">A state can't be brought about.</exception>
    /// <exception cref="VerifierLostException">The verifier broke down.</exception>
    public async Task<Attempt> Of(PactInteraction interaction)
    {
        var given = await BringAll(interaction).ConfigureAwait(false);
        var relay = await Relay
            .Start(state => Task.FromResult(given(state)), Forward, TimeProvider.System, port: 0, bench.Cancel)
            .ConfigureAwait(false);
        await using var closing = relay.ConfigureAwait(false);
        var task = new VerifierTask(interaction.Pact, interaction.Provider, relay.Address, relay.States);
        var answer = await verify(task, bench.Cancel).ConfigureAwait(false);
        if (VerifierReport.Read(answer) is not [var result])
            throw new VerifierLostException($"expected one result for '{interaction.Description}', got {answer.Json}");
        lock (_lock)
            return new Attempt(result, _request, _exchange);
    }

    /// <summary>Before the verifier is asked, so that what can't be brought about is a reason and no mismatch.</summary>
    private async Task<Func<WantedState, StateReply>> BringAll(PactInteraction interaction)
    {
        var given = new Dictionary<string, StateReply>();
        foreach (var state in interaction.States)
            given[KeyOf(state)] = await Bring(state).ConfigureAwait(false);
        return state => given.GetValueOrDefault(KeyOf(state)) ?? new StateReply(null, Told.Unknown(state.Name));
    }

    private async Task<StateReply> Bring(WantedState state)
    {
        if (await StateHandler.Bring(bench, state).ConfigureAwait(false) is { } known)
            return Told.Of(_state = known);
        if (Elsewhere is null)
            throw new CannotArrangeException(SkipReason.MissingFixture, Told.Unknown(state.Name));
        var reply = await Elsewhere(state, bench.Cancel).ConfigureAwait(false);
        return reply.Problem is { } problem
            ? throw new CannotArrangeException(SkipReason.NotIsolated, $"the state '{state.Name}': {problem}")
            : reply;
    }

    private async Task<ReceivedResponse?> Forward(Delivery sent)
    {
        var session = bench.Session;
        var request = Forwarding.Of(session.Api, sent, session.HasCredentials) with
        {
            Given = _state?.Given ?? [],
            IsMeantToFail = MayFail,
        };
        var exchange = await bench.Send(request, "the request of the contract").ConfigureAwait(false);
        lock (_lock)
            (_request, _exchange) = (request, exchange);
        if (exchange.Response is null)
            return null;
        return inJson && request.Operation.Success.Stream is not null && exchange.Response.Status is >= 200 and < 300
            ? StreamInJson.Of(exchange)
            : exchange.Response;
    }

    private static string KeyOf(WantedState state) => $"{state.Name} {state.Parameters.ToJsonString()}";
}
