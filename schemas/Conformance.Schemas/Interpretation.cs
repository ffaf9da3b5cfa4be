using System.Text.Json.Serialization;

namespace Conformance.Schemas;

/// <summary>A place where careful readers differ, and what the kit makes of it.</summary>
/// <param name="Id">Its number in the register. Only registers and protocols name it: code asks for the topic.</param>
/// <param name="Text">What is in dispute.</param>
/// <param name="Positions">The interpretations, in words.</param>
/// <param name="InForce">The interpretation that the kit judges by, or null where both pass.</param>
public sealed record Interpretation(string Id, string Text, ImmutableArray<string> Positions, string? InForce)
{
    /// <summary>The topics that it settles, among those that the kit makes values for. Reports leave them out.</summary>
    [JsonIgnore]
    public ImmutableArray<InterpretationTopic> About { get; init; } = [];
}

/// <summary>What careful readers differ on wherever it comes up, so that the kit has values for each position.</summary>
public enum InterpretationTopic
{
    /// <summary>An optional member is null.</summary>
    NullForOptional,

    /// <summary>A member that may be any JSON is null.</summary>
    NullForAny,

    /// <summary>An object is empty though it has to hold a member.</summary>
    EmptyObject,

    /// <summary>An optional object that is keyed by ids has no entry.</summary>
    NoEntries,

    /// <summary>An object is keyed by ids that the target may not know.</summary>
    UnknownKey,

    /// <summary>Any JSON stands in place of an object.</summary>
    AnyJson,

    /// <summary>An optional text is empty, and no shortest length is given.</summary>
    EmptyText,

    /// <summary>A text holds NUL or a lone surrogate.</summary>
    IllFormedText,

    /// <summary>The unit of a length.</summary>
    LengthUnit,

    /// <summary>A segment of the path is empty.</summary>
    EmptySegment,

    /// <summary>An integer is spelt with a point or an exponent, or is beyond 32 bits.</summary>
    IntegerSpelling,

    /// <summary>A number stands at the ends of what a double holds.</summary>
    NumberRange,

    /// <summary>A number is negative, and no least one is given.</summary>
    NegativeNumber,

    /// <summary>A number has more digits than a double holds.</summary>
    RoundedNumber,

    /// <summary>Anchors belong to a part of the pattern: <c>^A|B$</c>.</summary>
    Anchors,

    /// <summary>An identifier has several spellings.</summary>
    Spelling,

    /// <summary>The URL of a callback is of another kind than the document speaks of.</summary>
    CallbackUrl,

    /// <summary>A valid value names what the target may not know.</summary>
    UnknownValue,

    /// <summary>A member of a body is repeated.</summary>
    RepeatedMember,
}

/// <summary>The interpretations of one API, by what they are about.</summary>
public static class InterpretationTopics
{
    /// <summary>The interpretation about the topic: an API's own goes before its protocol's, since it stands later; null where there is none.</summary>
    public static Interpretation? On(this ImmutableArray<Interpretation> interpretations, InterpretationTopic topic) =>
        interpretations.LastOrDefault(i => i.About.Contains(topic));
}
