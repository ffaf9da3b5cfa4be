using System.Text.Json.Nodes;

namespace Conformance.Contracts.Provider;

/// <summary>A provider state that an interaction asks for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters; empty where it has none.</param>
public sealed record WantedState(string Name, JsonObject Parameters);

/// <summary>One interaction of a pact, in a pact of its own: names of interactions are patterns to Pact's filter.</summary>
/// <param name="Consumer">Name of the consumer.</param>
/// <param name="Provider">Name of the provider.</param>
/// <param name="Description">What it is called in its pact.</param>
/// <param name="States">The states it asks for, in order.</param>
/// <param name="Pact">The text of a pact that holds it alone.</param>
public sealed record PactInteraction(
    string Consumer,
    string Provider,
    string Description,
    ImmutableArray<WantedState> States,
    string Pact
)
{
    /// <summary>HTTP method of its request, in capitals.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Path of its request, as its example has it.</summary>
    public string Path { get; init; } = "/";

    /// <summary>What it looks at of the response.</summary>
    public ExpectedResponse Response { get; init; } = new([], HasBody: true);

    /// <summary>Whether it is a request and its response; the verifier here can't do messages.</summary>
    public bool IsHttp { get; init; } = true;
}

/// <summary>Has somebody else bring about a state.</summary>
public delegate Task<StateReply> BringElsewhere(WantedState state, CancellationToken cancel);
