using System.Text.Json;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>The way down to a member, worked out once for however many values it is looked for in.</summary>
/// <param name="Member">Where it leads.</param>
/// <param name="Steps">The member's ancestors from the top, and itself.</param>
internal sealed record MemberPath(Member Member, ImmutableArray<Member> Steps)
{
    /// <summary>The path from these members at the top.</summary>
    /// <exception cref="ArgumentException">The member is not below any of them.</exception>
    public static MemberPath Of(Member member, ImmutableArray<Member> top) =>
        StepsTo(member, top) is { } steps
            ? new(member, steps)
            : throw new ArgumentException($"expected a member below those given, got {member.Path}", nameof(member));

    /// <summary>Every place where the member is or should be; null where it is absent from a parent that is there.</summary>
    public IEnumerable<JsonElement?> Places(JsonElement body) => Places(body, 0);

    private IEnumerable<JsonElement?> Places(JsonElement container, int depth)
    {
        var step = Steps[depth];
        var isLast = depth == Steps.Length - 1;
        if (step.Name == "[]" && container.ValueKind == JsonValueKind.Array)
            return isLast
                ? container.EnumerateArray().Select(item => (JsonElement?)item)
                : container.EnumerateArray().SelectMany(item => Places(item, depth + 1));
        if (step.Name == "[]" || container.ValueKind != JsonValueKind.Object)
            return [];
        var value = ExchangeReading.Member(container, step.WireName);
        return isLast ? [value]
            : value is { } below ? Places(below, depth + 1)
            : [];
    }

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
