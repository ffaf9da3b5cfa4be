namespace Conformance.Engine.Testing;

/// <summary>Which optional operations the target turned out to have.</summary>
/// <param name="Operations">Names of the supporting operations that responded with success.</param>
/// <param name="Responses">What the others that were asked responded with instead, in words, by name.</param>
public sealed record Capabilities(ImmutableHashSet<string> Operations, ImmutableDictionary<string, string> Responses)
{
    public static readonly Capabilities None = new([], ImmutableDictionary<string, string>.Empty);

    /// <summary>Whether the target has this supporting operation.</summary>
    public bool Has(string operation) => Operations.Contains(operation);

    /// <summary>Why it seems not to have this one, in words.</summary>
    public string WhyNot(string operation) =>
        Responses.TryGetValue(operation, out var response)
            ? $"asked for {operation} of what it had just created, the target responded with {response}"
            : $"the target was not asked for {operation}, since nothing was there to ask it about";
}
