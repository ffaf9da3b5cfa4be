using Conformance.Engine.Configuration;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>Where the values of valid requests come from.</summary>
/// <param name="Api">The API as the target speaks it.</param>
/// <param name="Values">Makes values from the constraints of a member.</param>
/// <param name="Fixtures">Values that the configuration names.</param>
/// <param name="Known">Values of resources that exist, by the operation and member that named them.</param>
public sealed record RequestSource(
    Api Api,
    ValueSource Values,
    Fixtures Fixtures,
    ImmutableDictionary<Reference, string> Known
)
{
    /// <summary>Optional members that every valid request has, by operation: the target demands them.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Member>> Demanded { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Member>>(StringComparer.Ordinal);
}
