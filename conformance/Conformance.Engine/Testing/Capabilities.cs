namespace Conformance.Engine.Testing;

/// <summary>Which optional operations the target turned out to have.</summary>
/// <param name="Operations">Names of the supporting operations that answered with success.</param>
/// <param name="Answers">What the others that were asked answered instead, in words, by name.</param>
public sealed record Capabilities(ImmutableHashSet<string> Operations, ImmutableDictionary<string, string> Answers)
{
    public static readonly Capabilities None = new([], ImmutableDictionary<string, string>.Empty);

    /// <summary>Whether the target has this supporting operation.</summary>
    public bool Has(string operation) => Operations.Contains(operation);

    /// <summary>Why it seems not to have this one, in words.</summary>
    public string WhyNot(string operation) =>
        Answers.TryGetValue(operation, out var answer)
            ? $"asked for {operation} of what it had just created, the target answered {answer}"
            : $"the target was not asked for {operation}, since nothing was there to ask it about";
}
