using Conformance.Generators;

namespace Conformance.Contracts.Provider.States;

/// <summary>A state that holds on the target now.</summary>
/// <param name="Values">What it gives, by name; a verifier puts it into the request.</param>
public sealed record BroughtAbout(ImmutableDictionary<string, JsonValue> Values)
{
    /// <summary>Identifiers among the values that the target made.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Whether a server error may be the right response to a request in this state.</summary>
    public bool MayFail { get; init; }

    /// <summary>The same with this value.</summary>
    public BroughtAbout With(string name, JsonValue value) => this with { Values = Values.SetItem(name, value) };

    /// <summary>The same with this text.</summary>
    public BroughtAbout With(string name, string text) => With(name, new JsonText(text));
}
