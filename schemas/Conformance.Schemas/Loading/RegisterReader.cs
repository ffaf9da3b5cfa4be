using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>Reads the register: what a schema can't say.</summary>
internal static class RegisterReader
{
    /// <summary>The interpretations of a register or a protocol.</summary>
    /// <param name="root">The file.</param>
    /// <param name="known">Ids that are taken.</param>
    public static ImmutableArray<Interpretation> Interpretations(JsonLocation root, IEnumerable<string> known)
    {
        var seen = known.ToHashSet(StringComparer.Ordinal);
        var topics = new HashSet<InterpretationTopic>();
        var interpretations = ImmutableArray.CreateBuilder<Interpretation>();
        foreach (var at in root.Find("interpretations")?.Items() ?? [])
        {
            var interpretation = Interpretation(at);
            if (!seen.Add(interpretation.Id))
                throw at.Refuse(
                    "an id of its own",
                    $"\"{interpretation.Id}\" again",
                    "rename or remove it; a protocol brings its own along"
                );
            foreach (var (index, topic) in interpretation.About.Index())
                if (!topics.Add(topic))
                    throw at.Child("about")
                        .Items()
                        .ElementAt(index)
                        .Refuse("each topic once in a file", "it again", "remove one of the two");
            interpretations.Add(interpretation);
        }
        return interpretations.ToImmutable();
    }

    private static Interpretation Interpretation(JsonLocation at)
    {
        at.OnlyKnows("id", "about", "text", "positions", "inForce");
        var positions = at.Child("positions").Items().Select(p => p.Text()).ToImmutableArray();
        if (positions.Length < 2)
            throw at.Child("positions").Refuse("two positions or more", $"{positions.Length}", "say what differs");
        ImmutableArray<InterpretationTopic> about = [.. (at.Find("about")?.Items() ?? []).Select(Topic)];
        if (!about.IsEmpty && at.Child("inForce") is { Value.ValueKind: not JsonValueKind.Null } inForce)
            throw inForce.Refuse(
                "null beside about",
                "a position",
                "write null: values on which a topic's positions differ are recorded and assert nothing"
            );
        return new(at.Child("id").Text(), at.Child("text").Text(), positions, InForce(at.Child("inForce"), positions))
        {
            About = about,
        };
    }

    private static string? InForce(JsonLocation at, ImmutableArray<string> positions) =>
        at.Value.ValueKind == JsonValueKind.Null ? null
        : positions.Contains(at.Text()) ? at.Text()
        : throw at.Refuse("one of the positions, word for word, or null", "another text", "copy the position");

    private static InterpretationTopic Topic(JsonLocation at) =>
        at.Word([
            .. Enum.GetValues<InterpretationTopic>().Select(t => (JsonNamingPolicy.CamelCase.ConvertName($"{t}"), t)),
        ]);

    public static ImmutableArray<Behaviour> Behaviours(JsonLocation root, Api api, LoadContext context)
    {
        root.OnlyKnows(["$schema", "api", .. SourcesReader.Keywords, "behaviours", "interpretations"]);
        var name = root.Child("api");
        if (name.Text() != api.Name)
            throw name.Refuse($"the register of {api.Name}", $"that of \"{name.Text()}\"", "pair it with its schema");
        var seen = new HashSet<(string, string)>();
        var behaviours = ImmutableArray.CreateBuilder<Behaviour>();
        foreach (var at in root.Find("behaviours")?.Items() ?? [])
        {
            var behaviour = Behaviour(at, api, context);
            if (!seen.Add((behaviour.Operation, behaviour.Id)))
                throw at.Refuse("each behaviour once", $"\"{behaviour.Id}\" again", "rename or remove one of the two");
            behaviours.Add(behaviour);
        }
        return behaviours.ToImmutable();
    }

    private static Behaviour Behaviour(JsonLocation at, Api api, LoadContext context)
    {
        at.OnlyKnows("id", "operation", "scenario", "level", "citations", "says", "interpretations");
        var operation = at.Child("operation");
        if (!api.Operations.Any(o => o.Id == operation.Text()))
            throw operation.Refuse("an operation of the schema", $"\"{operation.Text()}\"", "correct the name");
        var citations = at.Child("citations").Items().Select(context.Citations.Read).ToImmutableArray();
        if (citations.IsEmpty)
            throw at.Child("citations").Refuse("one citation or more", "none", "cite what the behaviour rests on");
        var level = CitationBook.ReadLevel(at.Child("level"), citations.AsSpan());
        var interpretations = at.Find("interpretations") is { } list
            ? context.Interpretations(list).Select(i => i.Id)
            : [];
        return new(
            at.Child("id").Text(),
            operation.Text(),
            level,
            citations,
            at.Child("says").Text(),
            [.. interpretations]
        )
        {
            Scenario = at.Find("scenario")?.Text() ?? at.Child("id").Text(),
            At = at,
        };
    }
}
