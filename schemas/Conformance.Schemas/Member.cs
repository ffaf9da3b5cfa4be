namespace Conformance.Schemas;

/// <summary>A named value of a request or a response, with everything that the documents say of it.</summary>
/// <param name="Name">Its own name: <c>sdkVersion</c>; <c>[]</c> for the items of an array.</param>
/// <param name="Path">Names from the body's root, joined by dots: <c>clientInfo.sdkVersion</c>, <c>inputs[].nodeName</c>.</param>
/// <param name="Place">Where it travels.</param>
/// <param name="Kind">The declared kind of JSON value.</param>
/// <param name="Constraints">Every constraint on it, in the order of the schema.</param>
/// <param name="Members">Members of an object, or the one item schema of an array.</param>
public sealed record Member(
    string Name,
    string Path,
    Place Place,
    JsonKind Kind,
    ImmutableArray<Constraint> Constraints,
    ImmutableArray<Member> Members
)
{
    /// <summary>The part the member plays beyond carrying a value.</summary>
    public MemberRole Role { get; init; } = MemberRole.Plain;

    /// <summary>For <see cref="MemberRole.Reference"/>: the operation and member whose value it repeats.</summary>
    public Reference? RefersTo { get; init; }

    /// <summary>What careful readers of the API's documents differ on, whatever the member.</summary>
    public ImmutableArray<Interpretation> Interpretations { get; init; } = [];

    /// <summary>Whether a target may look the value up in a world of its own: only configured values are sure to work.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>What the value names, for realistic data: <c>name</c>, <c>description</c>, <c>bucket</c>, <c>keyPrefix</c>, <c>logGroup</c>, <c>version</c>, <c>model</c>.</summary>
    public string? Likeness { get; init; }

    /// <summary>
    /// For members that are looked up, a value that implementations are likely to know. For <see cref="MemberRole.Known"/>,
    /// what a configuration could name, as JSON where it is no string. Null where the schema gives none.
    /// </summary>
    public string? Example { get; init; }

    /// <summary>In a request that changes a resource: the values that end it for good; empty where none is known to.</summary>
    public ImmutableArray<string> Ends { get; init; } = [];

    /// <summary>Where the member itself is described; null where only its constraints are cited.</summary>
    public Citation? Source { get; init; }

    /// <summary>What the schema says of the value in one sentence, for people; null where it says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>For an object whose members are named by ids: what they name, such as <c>data-source node</c>; null otherwise.</summary>
    public string? KeyedBy { get; init; }

    /// <summary>
    /// Name of the member beside it without which a target may reject it, since it says something of that one; null otherwise.
    /// </summary>
    public string? ComesWith { get; init; }

    /// <summary>The convention that decides its name; null where a document gives the name.</summary>
    public string? Convention { get; init; }

    /// <summary>The name that travels; it differs from <see cref="Name"/> only where a convention says so. Paths never change.</summary>
    public string WireName
    {
        get => field ?? Name;
        init;
    }

    /// <summary>Whether a request without it is invalid.</summary>
    public bool IsRequired => Constraints.Any(c => c is Required);

    /// <summary>Whether it stands for the items of an array.</summary>
    public bool IsItem => Path.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>The constraint of this kind, or null.</summary>
    public T? Find<T>()
        where T : Constraint => Constraints.OfType<T>().FirstOrDefault();

    /// <summary>Id of the interpretation about a topic; empty where nobody registered one.</summary>
    public string InterpretationOn(InterpretationTopic topic) => Interpretations.On(topic)?.Id ?? "";

    /// <summary>This member and every one below it, parents first.</summary>
    public IEnumerable<Member> SelfAndBelow() => Members.SelectMany(m => m.SelfAndBelow()).Prepend(this);
}

/// <summary>The part a member plays in the operation beyond carrying a value.</summary>
public enum MemberRole
{
    Plain,

    /// <summary>Names the created resource and must be unique.</summary>
    UniqueName,

    /// <summary>Makes the request idempotent.</summary>
    IdempotencyToken,

    /// <summary>Repeats the name of a resource that another operation created.</summary>
    Reference,

    /// <summary>In a response: identifies the created resource.</summary>
    Identifier,

    /// <summary>In a response: a longer name of the resource, which ends with the one that it is asked for by.</summary>
    Locator,

    /// <summary>In an error: lists the members of the request that are invalid.</summary>
    InvalidMembers,

    /// <summary>In an error, inside of what lists invalid members: names one of them.</summary>
    InvalidMember,

    /// <summary>In an error: identifies the resource that was not found.</summary>
    MissingResource,

    /// <summary>Names something that is on the target already; only the configuration can tell what.</summary>
    Known,
}

/// <summary>The operation that creates what a member refers to, and the member that named it there.</summary>
public sealed record Reference(string Operation, string Member);
