using System.Text.Json;
using Conformance.Schemas;

namespace Conformance.Suite.Proving;

/// <summary>The way down to a member, worked out once for however many values it is looked for in.</summary>
/// <param name="Member">Where it leads.</param>
/// <param name="Steps">The member's ancestors from the top, and itself.</param>
public sealed record MemberPath(Member Member, ImmutableArray<Member> Steps)
{
    /// <summary>The path from these members at the top.</summary>
    /// <exception cref="ArgumentException">The member is not below any of them.</exception>
    public static MemberPath Of(Member member, ImmutableArray<Member> top) =>
        StepsTo(member, top) is { } steps
            ? new(member, steps)
            : throw new ArgumentException($"expected a member below those given, got {member.Path}", nameof(member));

    /// <summary>Every place where the member is or should be; null where it is absent from a parent that is there.</summary>
    public IEnumerable<JsonElement?> Places(JsonElement body)
    {
        IEnumerable<JsonElement?> places = [body];
        foreach (var step in Steps)
            places = places.OfType<JsonElement>().SelectMany(container => Below(container, step));
        return places;
    }

    private static IEnumerable<JsonElement?> Below(JsonElement container, Member step) =>
        (step.Name, container.ValueKind) switch
        {
            ("[]", JsonValueKind.Array) => container.EnumerateArray().Select(item => (JsonElement?)item),
            ("[]", _) or (_, not JsonValueKind.Object) => [],
            _ => [Saw.Member(container, step.WireName)],
        };

    private static ImmutableArray<Member>? StepsTo(Member member, ImmutableArray<Member> among)
    {
        foreach (var candidate in among)
            if (candidate.Path == member.Path)
                return [candidate];
            else if (StepsTo(member, candidate.Members) is { } below)
                return below.Insert(0, candidate);
        return null;
    }
}
