using NJsonSchema;

namespace Conformance.Schemas.Loading;

/// <summary>Where in the message a value stands.</summary>
internal sealed record Standing(string Name, string Path, Place Place, Presence Presence, bool IsRequest);

/// <summary>Turns schemas into members, with everything below them.</summary>
internal static class MemberReader
{
    /// <summary>The members at the top of a body, and that the body is an object.</summary>
    public static (ImmutableArray<Member> Members, TypeIs BodyIs) Body(
        JsonLocation schema,
        bool isRequest,
        LoadContext context
    )
    {
        var at = schema.Resolved();
        var structure = Structure.Parse(at);
        var isObject = ConstraintReader.OfBody(at, structure, context);
        return (Properties(at, structure, new("", "", Place.Body, default, isRequest), context), isObject);
    }

    /// <summary>The members of an event's payload, and that the payload is an object.</summary>
    public static (ImmutableArray<Member> Members, TypeIs IsObject) Event(
        string name,
        JsonLocation at,
        LoadContext context
    )
    {
        var structure = Structure.Parse(at);
        var isObject = ConstraintReader.OfBody(at, structure, context);
        return (Properties(at, structure, new(name, name, Place.Body, default, IsRequest: false), context), isObject);
    }

    public static Member Single(JsonLocation schema, Standing standing, LoadContext context)
    {
        var at = schema.Resolved();
        return Read(at, Structure.Parse(at), standing, context);
    }

    private static Member Read(JsonLocation at, JsonSchema schema, Standing standing, LoadContext context)
    {
        EventsReader.RefuseIn(at);
        var (constraints, described) = ConstraintReader.Read(at, schema, standing.Presence, context);
        var kind = Structure.KindOf(schema, at);
        var below = kind switch
        {
            JsonKind.Object => Properties(at, schema, standing, context),
            JsonKind.Array => [Item(at, schema, standing, context)],
            _ => [],
        };
        var role = Traits.Role(at, standing.IsRequest);
        return new(standing.Name, standing.Path, standing.Place, kind, constraints, below)
        {
            Interpretations = context.Known,
            Role = role,
            RefersTo = Traits.RefersTo(at, role),
            IsLookedUp = Traits.IsLookedUp(at),
            Likeness = Traits.Likeness(at),
            Example = Traits.Example(at, kind, role),
            Source = described,
            KeyedBy = Traits.KeyedBy(at),
            Ends = Traits.Ends(at, constraints),
            Convention = Traits.Convention(at, standing, context),
            Description = at.Find("description")?.Text(),
        };
    }

    private static ImmutableArray<Member> Properties(
        JsonLocation at,
        JsonSchema schema,
        Standing parent,
        LoadContext context
    )
    {
        var required = RequiredNames(at);
        if (parent.Path.Length > 0 || !parent.IsRequest)
            Alternatives.RefuseIn(at);
        var alternatives = Alternatives.Read(at);
        var members = ImmutableArray.CreateBuilder<Member>();
        var properties = (at.Find("properties")?.Members() ?? []).ToList();
        var optional = properties.Select(p => p.Name).Except(required).Except(alternatives).ToList();
        foreach (var (name, child) in properties)
        {
            var path = parent.Path.Length == 0 ? name : $"{parent.Path}.{name}";
            var presence =
                required.Contains(name) ? Presence.Required
                : alternatives.Contains(name) ? Presence.NotApplicable
                : Presence.Optional;
            var standing = parent with { Name = name, Path = path, Presence = presence };
            var of = child.Resolved();
            members.Add(
                Read(of, schema.Properties[name], standing, context) with
                {
                    ComesWith = Traits.ComesWith(of, [.. optional.Where(other => other != name)]),
                }
            );
        }
        return members.ToImmutable();
    }

    private static Member Item(JsonLocation at, JsonSchema schema, Standing parent, LoadContext context)
    {
        var item = at.Child("items").Resolved();
        var standing = parent with { Name = "[]", Path = parent.Path + "[]", Presence = Presence.NotApplicable };
        return Read(item, schema.Item!, standing, context);
    }

    private static HashSet<string> RequiredNames(JsonLocation at)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in at.Find("required")?.Items() ?? [])
        {
            if (at.Find("properties")?.Find(item.Text()) is null)
                throw item.Refuse(
                    "a member that is there",
                    $"\"{item.Text()}\"",
                    "add it to properties, or correct it"
                );
            if (!names.Add(item.Text()))
                throw item.Refuse("each name once", $"\"{item.Text()}\" again", "remove one of the two");
        }
        return names;
    }
}
