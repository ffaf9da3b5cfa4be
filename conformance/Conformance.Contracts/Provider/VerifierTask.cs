namespace Conformance.Contracts.Provider;

/// <summary>What Pact's verifier is asked to do.</summary>
/// <param name="Pact">The pact file's text; every interaction in it is verified.</param>
/// <param name="Provider">Name of the provider, as the pact has it.</param>
/// <param name="Target">Whom to send the requests to.</param>
/// <param name="States">Whom to ask for provider states.</param>
public sealed record VerifierTask(string Pact, string Provider, Uri Target, Uri States);

/// <summary>What Pact's verifier said.</summary>
/// <param name="Code">0 where all was as expected, 1 where something was not, anything else where it could not run.</param>
/// <param name="Json">Its results as JSON; null where there are none.</param>
public sealed record VerifierResponse(int Code, string? Json);

/// <summary>A way to have Pact's verifier work.</summary>
/// <exception cref="VerifierLostException">It broke down.</exception>
public delegate Task<VerifierResponse> Verify(VerifierTask task, CancellationToken cancel);

/// <summary>Pact's verifier broke down: never a fault of the target.</summary>
public sealed class VerifierLostException(string message, Exception? inner = null) : Exception(message, inner);
