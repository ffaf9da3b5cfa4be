using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>One interaction, verified once.</summary>
/// <param name="Result">What Pact's verifier made of it.</param>
/// <param name="Request">What was sent to the target last; null where nothing was.</param>
/// <param name="Exchange">What became of that.</param>
/// <param name="MayFail">Whether the configuration means it to fail.</param>
internal sealed record Attempt(InteractionResult Result, RequestDraft? Request, Exchange? Exchange, bool MayFail)
{
    /// <summary>What the verifier was shown of the response; null where none came.</summary>
    public ShownResponse? Shown { get; init; }

    /// <summary>Brings the interaction's states about, and has it verified through a relay of its own.</summary>
    /// <param name="test">Where it is tested: the requests are its requests.</param>
    /// <param name="relaying">What the relay does.</param>
    /// <param name="interaction">The interaction.</param>
    /// <param name="verify">The verifier.</param>
    /// <param name="deadline">How long the verifier may take.</param>
    /// <exception cref="CannotArrangeException">A state can't be brought about, or the request can't be sent.</exception>
    /// <exception cref="GaveUpException">The target leaves such requests without a response.</exception>
    /// <exception cref="VerifierLostException">The verifier broke down, or took too long.</exception>
    public static async Task<Attempt> At(
        TestSession test,
        Relaying relaying,
        PactInteraction interaction,
        Verify verify,
        VerifierDeadline deadline
    )
    {
        var given = await BringAll(relaying, interaction);
        using var wait = deadline.Begin(test.Cancel);
        var relay = await Relay.Start(
            state => Task.FromResult(given(state)),
            sent => wait.Without(relaying.Forward(sent)),
            deadline.Time,
            port: 0,
            test.Cancel
        );
        await using var closing = relay;
        var task = new VerifierTask(interaction.Pact, interaction.Provider, relay.Address, relay.States);
        var response = await wait.For(cancel => verify(task, cancel));
        relaying.ThrowIfUnsent();
        if (VerifierReport.Read(response) is not [var result])
            throw new VerifierLostException(
                $"expected one result for '{interaction.Description}', got {response.Json}"
            );
        return new Attempt(result, relaying.Last?.Request, relaying.Last?.Exchange, relaying.MayFail)
        {
            Shown = relaying.Shown,
        };
    }

    /// <summary>Before the verifier is asked, so that what can't be brought about is a reason and no mismatch.</summary>
    private static async Task<Func<WantedState, StateReply>> BringAll(Relaying relaying, PactInteraction interaction)
    {
        var given = new Dictionary<string, StateReply>();
        foreach (var state in interaction.States)
            given[KeyOf(state)] = await relaying.Bring(state);
        return state =>
            given.GetValueOrDefault(KeyOf(state)) ?? new StateReply(null, $"nobody asked for the state '{state.Name}'");
    }

    private static string KeyOf(WantedState state) => $"{state.Name} {state.Parameters.ToJsonString()}";
}
