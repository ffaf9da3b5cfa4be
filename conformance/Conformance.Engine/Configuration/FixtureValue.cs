using System.Text.Json;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Configuration;

/// <summary>
/// Whether a value may stand for a member in requests that are to be valid: what breaks a document's constraint would
/// have a target accused of rejecting it.
/// </summary>
internal static class FixtureValue
{
    /// <summary>What is wrong with the value, in words; null where nothing is.</summary>
    public static string? Problem(Member member, JsonValue value)
    {
        using var json = JsonDocument.Parse(value.ToJson());
        return Problem(member, json.RootElement);
    }

    private static string? Problem(Member member, JsonElement value) =>
        member.Kind == JsonKind.Any ? null
        : value.ValueKind == JsonValueKind.Null ? $"expected a value of {member.Path}, but it is null"
        : member.Constraints.Where(Binds).Select(c => Problem(member, c, value)).FirstOrDefault(p => p is not null)
            ?? (
                value.ValueKind switch
                {
                    JsonValueKind.Object => ProblemInside(member, value),
                    JsonValueKind.Array when member.Members is [var item, ..] => value
                        .EnumerateArray()
                        .Select(inner => Problem(item, inner))
                        .FirstOrDefault(p => p is not null),
                    _ => null,
                }
            );

    private static string? ProblemInside(Member member, JsonElement value)
    {
        foreach (var inner in member.Members)
            if (value.TryGetProperty(inner.Name, out var found))
            {
                if (Problem(inner, found) is { } problem)
                    return problem;
            }
            else if (inner.Find<Required>() is { Level: Level.Must } required)
                return $"expected a value that holds {inner.Path} ({required.Source}), but it is missing";
        return null;
    }

    private static string? Problem(Member member, Constraint constraint, JsonElement value) =>
        ConstraintCheck.Problem(constraint, value) is { } problem
            ? $"expected a value of {member.Path} that {ConstraintWords.Of(constraint)} ({constraint.Source}), but {problem}"
            : null;

    /// <summary>A value of another kind is none at all, whoever says which kind it is.</summary>
    private static bool Binds(Constraint constraint) =>
        constraint is TypeIs { Kind: not JsonKind.Any }
        || (constraint.Level == Level.Must && constraint is not (TypeIs or Required or Optional));
}
