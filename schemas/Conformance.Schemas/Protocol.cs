namespace Conformance.Schemas;

/// <summary>What every operation owes that is spoken in one way, whatever it does: written once, named by the APIs.</summary>
/// <param name="Name">Name in an API's document: <c>plain-json</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Behaviours">What is demanded of every operation, or recorded of it.</param>
/// <param name="Interpretations">Where careful readers differ, whatever the API.</param>
/// <param name="Sources">What its citations name.</param>
public sealed record Protocol(
    string Name,
    string Title,
    ImmutableArray<ProtocolBehaviour> Behaviours,
    ImmutableArray<Interpretation> Interpretations,
    ImmutableArray<Source> Sources
)
{
    /// <summary>Where the name of an error stands; null where a response shows its status alone.</summary>
    public ErrorNamePlace? ErrorName { get; init; }

    /// <summary>The header that every response carries the request's id in; null where there is none.</summary>
    public string? RequestIdHeader { get; init; }
}

/// <summary>Where the name of an error stands: in the header, else in the first of these members that is there.</summary>
/// <param name="Header">Name of the header, or null.</param>
/// <param name="Members">Members at the top of the body.</param>
/// <param name="Level">Whether it is mandatory, recommended or recorded.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record ErrorNamePlace(string? Header, ImmutableArray<string> Members, Level Level, Citation Source);

/// <summary>What a protocol demands of every operation that it applies to.</summary>
/// <param name="Id">Part of the requirement's id after the operation, and the scenario that tests it.</param>
/// <param name="AppliesTo">Which operations it is about.</param>
/// <param name="RestsOn">What an operation's document states that makes it a demand of the document; null for nothing.</param>
/// <param name="Level">Whether it is mandatory, recommended or recorded where no document states it.</param>
/// <param name="Sources">Where the protocol states it.</param>
/// <param name="Says">What the service must do, in one sentence.</param>
/// <param name="Interpretations">Ids of the interpretations that touch it.</param>
public sealed record ProtocolBehaviour(
    string Id,
    OperationShape AppliesTo,
    StatedFact? RestsOn,
    Level Level,
    ImmutableArray<Citation> Sources,
    string Says,
    ImmutableArray<string> Interpretations
);

/// <summary>Operations that have something in common.</summary>
public enum OperationShape
{
    Every,

    /// <summary>Takes a JSON body.</summary>
    Body,

    /// <summary>Has a string with a pattern in its body.</summary>
    PatternedText,

    /// <summary>Has a name or a token in its request that the client makes up.</summary>
    Named,

    /// <summary>Has a member in its path.</summary>
    Path,

    /// <summary>Has a member with a pattern in its path.</summary>
    PatternedSegment,
}

/// <summary>A fact that an API's document states of an operation, with its citation.</summary>
public enum StatedFact
{
    /// <summary>The media type of the request's body.</summary>
    ContentType,

    /// <summary>That the request has a body.</summary>
    Required,

    /// <summary>The pattern of a string in the body.</summary>
    Pattern,

    /// <summary>The error for invalid input, which implies it.</summary>
    InvalidInput,

    /// <summary>The error for the service's own failures, which implies it.</summary>
    Internal,
}
