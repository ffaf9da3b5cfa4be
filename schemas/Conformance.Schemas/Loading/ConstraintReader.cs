using NJsonSchema;

namespace Conformance.Schemas.Loading;

/// <summary>Whether a place in the message has to be filled: in a body and among parameters, not for items.</summary>
internal enum Presence
{
    Required,
    Optional,
    NotApplicable,
}

/// <summary>Reads what a schema demands of one value.</summary>
internal static class ConstraintReader
{
    public static (ImmutableArray<Constraint> Constraints, Citation? Described) Read(
        JsonLocation at,
        JsonSchema schema,
        Presence presence,
        LoadContext context
    )
    {
        var limits = Keywords.LimitsOf(at, Structure.KindOf(schema, at)).ToList();
        string[] whether = presence switch
        {
            Presence.Required => ["required"],
            Presence.Optional => ["optional"],
            _ => [],
        };
        string[] keywords = ["type", .. whether, .. limits.Select(l => l.Keyword)];
        var citations = Citations.Of(at, context, keywords);
        ImmutableArray<Constraint> constraints = [.. keywords.Select(k => One(k, at, schema, citations, context))];
        Contradictions.Refuse(at, constraints);
        return (constraints, citations.Described);
    }

    /// <summary>The one fact about a body as a whole: that it is an object.</summary>
    public static TypeIs OfBody(JsonLocation at, JsonSchema schema, LoadContext context)
    {
        var (constraints, _) = Read(at, schema, Presence.NotApplicable, context);
        return constraints is [TypeIs { Kind: JsonKind.Object } type]
            ? type
            : throw at.Refuse("an object without further limits as a body", $"{schema.Type}", "wrap it in an object");
    }

    private static Constraint One(
        string keyword,
        JsonLocation at,
        JsonSchema schema,
        Citations citations,
        LoadContext context
    )
    {
        var (level, source) = (citations.Level(keyword), citations.Source(keyword));
        Constraint constraint = keyword switch
        {
            "type" => new TypeIs(Structure.KindOf(schema, at), level, source),
            "required" => new Required(level, source),
            "optional" => new Optional(level, source),
            "minLength" => new MinLength(schema.MinLength ?? 0, level, source),
            "maxLength" => new MaxLength(schema.MaxLength ?? 0, level, source),
            "pattern" => new Pattern(schema.Pattern!, level, source) { Narrower = Traits.Narrower(at, context) },
            "enum" => new OneOf(Words(at.Child("enum")), level, source),
            "notBlank" => new NotBlank(level, source),
            "minItems" => new MinItems(schema.MinItems, level, source),
            "maxItems" => new MaxItems(schema.MaxItems, level, source),
            "minimum" => new Minimum(schema.Minimum ?? 0, level, source),
            "maximum" => new Maximum(schema.Maximum ?? 0, level, source),
            _ => throw at.Refuse("a keyword with a constraint of its own", keyword, "teach the loader its constraint"),
        };
        return constraint with { Interpretations = citations.Interpretations(keyword) };
    }

    private static ImmutableArray<string> Words(JsonLocation list)
    {
        var words = list.Items().Select(i => i.Text()).ToImmutableArray();
        if (words.IsEmpty || words.Distinct(StringComparer.Ordinal).Count() != words.Length)
            throw list.Refuse("one or more different values", list.Value.GetRawText(), "correct the list");
        return words;
    }
}
