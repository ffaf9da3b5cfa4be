using System.Diagnostics.CodeAnalysis;

namespace Conformance.Schemas;

/// <summary>A success that is a stream of events rather than one JSON object.</summary>
/// <param name="MediaType">Media type of the framed form: <c>application/vnd.amazon.eventstream</c>.</param>
/// <param name="Level">Level of that media type.</param>
/// <param name="Source">Where that media type is stated.</param>
/// <param name="Events">The kinds of event, in the order of the schema.</param>
[SuppressMessage(
    "Naming",
    "CA1711:Identifiers should not have incorrect suffix",
    Justification = "The protocol calls it an event stream; no one takes a record in a schema for a System.IO.Stream."
)]
public sealed record EventStream(string MediaType, Level Level, Citation Source, ImmutableArray<EventKind> Events)
{
    /// <summary>The kind of this name, in the case that the schema gives, or null.</summary>
    public EventKind? Find(string name) => Events.FirstOrDefault(e => e.Name == name);
}

/// <summary>One kind of event.</summary>
/// <param name="Name">Its name: <c>flowOutputEvent</c>, <c>validationException</c>.</param>
/// <param name="Role">What it says of the stream.</param>
/// <param name="Level">Whether its description is mandatory, recommended or recorded.</param>
/// <param name="Source">Where it is described.</param>
/// <param name="Members">Members at the top of its payload; their paths begin with the event's name.</param>
public sealed record EventKind(
    string Name,
    EventRole Role,
    Level Level,
    Citation Source,
    ImmutableArray<Member> Members
)
{
    /// <summary>For an exception: the HTTP status of the same error; null for every other kind.</summary>
    public int? Status { get; init; }
}

/// <summary>What an event says of the stream it stands in.</summary>
public enum EventRole
{
    /// <summary>Carries a part of the result; any number of them.</summary>
    Output,

    /// <summary>Ends a stream that went well.</summary>
    Completion,

    /// <summary>Ends a stream that failed.</summary>
    Exception,

    Other,
}
