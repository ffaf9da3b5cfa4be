using System.Text.Json;

namespace Conformance.Schemas.Loading;

/// <summary>Reads a success that is a stream: one schema whose members are the kinds of event, in two media types.</summary>
internal static class EventsReader
{
    public const string Keyword = "stream";

    private const string IsStream = "x-stream";
    private const string RoleOf = "x-event";

    /// <summary>Whether this success is a stream of events.</summary>
    public static bool IsStreamed(JsonLocation success)
    {
        success.Find(IsStream)?.Expect(JsonValueKind.True, "true");
        return success.Find(IsStream) is not null;
    }

    /// <summary>The media types of a streamed success: the JSON form first, then the framed one, of the same schema.</summary>
    public static (string ContentType, string Framed, JsonLocation Schema) Content(JsonLocation success)
    {
        var content = success.Child("content");
        if (content.Members().ToList() is not [var json, var framed])
            throw content.Refuse(
                "the JSON form and the framed form",
                "another number of media types",
                "give these two"
            );
        json.At.OnlyKnows("schema");
        framed.At.OnlyKnows("schema");
        var (first, second) = (json.At.Child("schema"), framed.At.Child("schema"));
        return first.Resolved().Pointer == second.Resolved().Pointer
            ? (json.Name, framed.Name, first.Resolved())
            : throw second.Refuse("the schema of the other form", "another one", "refer to the same schema");
    }

    public static ImmutableArray<EventKind> Read(
        JsonLocation schema,
        IEnumerable<ErrorResponse> errors,
        LoadContext context
    )
    {
        schema.OnlyKnows("type", "description", "properties", "x-citations", "x-levels");
        ConstraintReader.OfBody(schema, Structure.Parse(schema), context);
        var properties = schema.Child("properties");
        ImmutableArray<EventKind> events =
        [
            .. properties.Members().Select(e => Kind(e.Name, e.At.Resolved(), errors, context)),
        ];
        return events.IsEmpty ? throw properties.Refuse("one event or more", "none", "add the kinds of event") : events;
    }

    /// <summary>Refuses the role of an event where no stream is.</summary>
    public static void RefuseIn(JsonLocation schema)
    {
        if (schema.Find(RoleOf) is { } at)
            throw at.Refuse("it on a kind of event in a stream", "it elsewhere", "remove it, or mark the stream");
    }

    private static EventKind Kind(string name, JsonLocation at, IEnumerable<ErrorResponse> errors, LoadContext context)
    {
        var role = at.Child(RoleOf)
            .Word(
                ("output", EventRole.Output),
                ("completion", EventRole.Completion),
                ("exception", EventRole.Exception),
                ("other", EventRole.Other)
            );
        var (members, isObject) = MemberReader.Event(name, at, context);
        return new(name, role, isObject.Level, isObject.Source, members)
        {
            Status = role == EventRole.Exception ? StatusOf(name, at, errors) : null,
        };
    }

    private static int StatusOf(string name, JsonLocation at, IEnumerable<ErrorResponse> errors) =>
        errors.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Status
        ?? throw at.Refuse(
            "an exception that is among the operation's errors",
            $"\"{name}\"",
            "correct the name, or add the error with its status"
        );
}
