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
        string[] whether = presence switch
        {
            Presence.Required => [Required.Word],
            Presence.Optional => [Optional.Word],
            _ => [],
        };
        string[] keywords = [TypeIs.Word, .. whether, .. Keywords.LimitsOf(at, Structure.KindOf(schema, at))];
        var citations = Citations.Of(at, context, keywords);
        ImmutableArray<Constraint> constraints = [.. keywords.Select(k => One(k, new(at, schema, context), citations))];
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

    private static Constraint One(string keyword, SchemaAt schema, Citations citations) =>
        ConstraintKeywords.Named(keyword).Read(schema, citations.Level(keyword), citations.Source(keyword)) with
        {
            Interpretations = citations.Interpretations(keyword),
        };
}
