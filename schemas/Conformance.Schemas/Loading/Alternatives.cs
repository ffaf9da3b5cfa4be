namespace Conformance.Schemas.Loading;

/// <summary>Reads which members of an object exclude each other.</summary>
internal static class Alternatives
{
    private const string Keyword = "x-exactly-one-of";

    /// <summary>Names of members of which exactly one is given; empty where the object has no such members.</summary>
    public static ImmutableArray<string> Read(JsonLocation schema)
    {
        if (schema.Find(Keyword) is not { } at)
            return [];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var item in at.Items())
        {
            var name = item.Text();
            if (schema.Find("properties")?.Find(name) is null)
                throw item.Refuse("a member that is there", $"\"{name}\"", "add it to properties, or correct it");
            if (names.Contains(name))
                throw item.Refuse("each name once", $"\"{name}\" again", "remove one of the two");
            if (schema.Find("required")?.Items().Any(r => r.Text() == name) ?? false)
                throw item.Refuse("a member that is not required", $"\"{name}\" in both", "remove it from one of them");
            names.Add(name);
        }
        return names.Count > 1
            ? names.ToImmutable()
            : throw at.Refuse("two members or more", $"{names.Count}", "add the other one, or remove this");
    }

    /// <summary>Refuses them where nobody would read them.</summary>
    public static void RefuseIn(JsonLocation schema)
    {
        if (schema.Find(Keyword) is { } at)
            throw at.Refuse("it at the top of a request's body", "it elsewhere", "remove it");
    }
}
