using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Variants.Pennsieve;

/// <summary>A row of a list of variants of Pennsieve's workflow runs.</summary>
internal static class PennsieveVariant
{
    private const string Api = "pennsieve";

    /// <param name="name">Its name.</param>
    /// <param name="says">What is its own, in words that follow "the target".</param>
    /// <param name="allowedBy">What allows it: an interpretation such as <c>R17</c>, or a source.</param>
    /// <param name="behaviour">Makes the behaviour, and what that remembers.</param>
    public static Variant Row(string name, string says, string allowedBy, Func<PennsieveBehaviour> behaviour) =>
        new(name, Api, says, allowedBy) { Change = right => right with { Pennsieve = behaviour() } };

    /// <summary>The configuration that names these conventions.</summary>
    public static string Conventions(string conventions) =>
        $"apis: {{ {Api}: {{ conventions: {{ {conventions} }} }} }}";
}
