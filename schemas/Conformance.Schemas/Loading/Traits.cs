using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>Reads what a schema says of a member beyond its legal values.</summary>
internal static class Traits
{
    public static MemberRole Role(JsonLocation at, bool isRequest)
    {
        if (at.Find("x-role") is not { } role)
            return MemberRole.Plain;
        return isRequest
            ? role.Word(
                ("uniqueName", MemberRole.UniqueName),
                ("idempotencyToken", MemberRole.IdempotencyToken),
                ("reference", MemberRole.Reference),
                ("known", MemberRole.Known)
            )
            : role.Word(
                ("identifier", MemberRole.Identifier),
                ("locator", MemberRole.Locator),
                ("invalidMembers", MemberRole.InvalidMembers),
                ("invalidMember", MemberRole.InvalidMember),
                ("missingResource", MemberRole.MissingResource)
            );
    }

    public static Reference? RefersTo(JsonLocation at, MemberRole role)
    {
        if (at.Find("x-refers-to") is not { } reference)
            return role != MemberRole.Reference
                ? null
                : throw at.Refuse("\"x-refers-to\" beside the role \"reference\"", "none", "say what it refers to");
        if (role != MemberRole.Reference)
            throw reference.Refuse("\"x-role\": \"reference\" beside it", $"{role}", "add the role, or remove this");
        reference.OnlyKnows("operation", "member");
        return new(reference.Child("operation").Text(), reference.Child("member").Text());
    }

    /// <summary>What names the members of an object that may have any.</summary>
    public static string? KeyedBy(JsonLocation at)
    {
        if (at.Find("x-keyed-by") is not { } keyedBy)
            return null;
        return at.Find("additionalProperties") is not null && at.Find("properties") is null
            ? keyedBy.Text()
            : throw keyedBy.Refuse(
                "\"additionalProperties\": true beside it, and no properties",
                "an object of other members",
                "correct the object, or remove this"
            );
    }

    /// <summary>The member beside it without which a target may reject it, or null.</summary>
    /// <param name="at">The member's schema.</param>
    /// <param name="others">Names of the optional members beside it.</param>
    public static string? ComesWith(JsonLocation at, IReadOnlyCollection<string> others)
    {
        if (at.Find("x-comes-with") is not { } other)
            return null;
        return others.Contains(other.Text())
            ? other.Text()
            : throw other.Refuse(
                $"an optional member beside it: {string.Join(", ", others)}",
                $"\"{other.Text()}\"",
                "correct the name, or remove this"
            );
    }

    /// <summary>The convention that decides the member's name, or null.</summary>
    public static string? Convention(JsonLocation at, Standing standing, LoadContext context)
    {
        if (at.Find("x-convention") is { } named && (standing.Place != Place.Body || standing.Name == "[]"))
            throw named.Refuse("it on a member of a body", $"it in {standing.Place}", "remove it");
        return NeedsReader.Deciding(at, "x-convention", standing.Name, context);
    }

    /// <summary>The narrower language that one interpretation holds a patterned string to, or null.</summary>
    public static NarrowerPattern? Narrower(JsonLocation at, LoadContext context)
    {
        if (at.Find("x-narrower") is not { } narrower)
            return null;
        narrower.OnlyKnows("pattern", "interpretation");
        return new(narrower.Child("pattern").Text(), context.Interpretation(narrower.Child("interpretation")).Id);
    }

    /// <summary>The values of an enumeration that end a resource; none where the schema says nothing of it.</summary>
    public static ImmutableArray<string> Ends(JsonLocation at, ImmutableArray<Constraint> constraints)
    {
        if (at.Find("x-ends") is not { } ends)
            return [];
        var legal = constraints.OfType<OneOf>().FirstOrDefault()?.Values ?? [];
        return
        [
            .. ends.Items()
                .Select(item =>
                    legal.Contains(item.Text())
                        ? item.Text()
                        : throw item.Refuse(
                            "a value of its enum",
                            $"\"{item.Text()}\"",
                            "correct it, or add it to enum"
                        )
                ),
        ];
    }

    public static bool IsLookedUp(JsonLocation at)
    {
        at.Find("x-looked-up")?.Expect(JsonValueKind.True, "true");
        return at.Find("x-looked-up") is not null;
    }

    /// <summary>An example of a string, or of any value that only the configuration knows; then as JSON if it is no string.</summary>
    public static string? Example(JsonLocation at, JsonKind kind, MemberRole role) =>
        at.Find("example") is not { } example || (kind != JsonKind.String && role != MemberRole.Known) ? null
        : kind == JsonKind.String ? example.Text()
        : JsonSerializer.Serialize(example.Value);

    public static string? Likeness(JsonLocation at) =>
        at.Find("x-likeness")
            ?.Word(
                ("name", "name"),
                ("description", "description"),
                ("bucket", "bucket"),
                ("keyPrefix", "keyPrefix"),
                ("logGroup", "logGroup"),
                ("version", "version"),
                ("model", "model")
            );
}
