namespace Conformance.Schemas;

/// <summary>One API as its machine-readable schema and register describe it.</summary>
/// <param name="Name">Short name: <c>nova-act</c>.</param>
/// <param name="Title">Name for people: <c>Amazon Nova Act</c>.</param>
/// <param name="Version">Version of the schema.</param>
/// <param name="SigningName">Service name in Signature Version 4, or null.</param>
/// <param name="Operations">Documented operations first, then supporting ones.</param>
/// <param name="Behaviours">What takes more than one request to see.</param>
/// <param name="Interpretations">Where careful readers of the documents can differ.</param>
public sealed record Api(
    string Name,
    string Title,
    string Version,
    string? SigningName,
    ImmutableArray<Operation> Operations,
    ImmutableArray<Behaviour> Behaviours,
    ImmutableArray<Interpretation> Interpretations
)
{
    /// <summary>What every operation owes, whatever it does.</summary>
    public Protocol Protocol { get; init; } = new("", "", [], [], []);

    /// <summary>Whether the service sends webhooks, so that a configuration may say where they arrive.</summary>
    public bool SendsWebhooks { get; init; }

    /// <summary>The sources that its citations may name, by key.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>What only the configuration can tell beside the values of members whose role is <see cref="MemberRole.Known"/>.</summary>
    public ImmutableArray<FixtureNeed> Fixtures { get; init; } = [];

    /// <summary>What no document states and the configuration tells.</summary>
    public ImmutableArray<Convention> Conventions { get; init; } = [];

    /// <summary>The operation of this name.</summary>
    /// <exception cref="KeyNotFoundException">The schema has no such operation.</exception>
    public Operation Operation(string id) =>
        Operations.FirstOrDefault(o => o.Id == id)
        ?? throw new KeyNotFoundException($"the schema of {Name} has no operation {id}");

    /// <summary>The value of a convention that holds for this target.</summary>
    /// <param name="name">Such as <c>refusalStatus</c>.</param>
    /// <exception cref="KeyNotFoundException">The schema has no such convention.</exception>
    public string ValueOf(string name) => Convention(name).Value;

    /// <summary>The convention of this name.</summary>
    /// <exception cref="KeyNotFoundException">The schema has no such convention.</exception>
    public Convention Convention(string name) =>
        Conventions.FirstOrDefault(c => c.Name == name)
        ?? throw new KeyNotFoundException($"the schema of {Name} has no convention {name}");

    /// <summary>What keeps a convention from taking this value, in words that say what to do, or null where nothing does.</summary>
    public string? ProblemWith(string convention, string value) => ConventionChecks.Problem(this, convention, value);

    /// <summary>The same API as this target speaks it: its paths, statuses and names of members in place of the defaults.</summary>
    /// <param name="conventions">Values by name; what is left out keeps its value. Whoever reads them sees to it that no two members share a name.</param>
    /// <exception cref="ArgumentException"><see cref="ProblemWith"/> has something to say of one of them.</exception>
    public Api With(IReadOnlyDictionary<string, string> conventions) => ConventionApplication.Of(this, conventions);

    /// <summary>Id of the interpretation about a topic; empty where nobody registered one.</summary>
    public string InterpretationOn(InterpretationTopic topic) => Interpretations.On(topic)?.Id ?? "";

    /// <summary>A reference to the interpretation about a topic, to follow a statement: a blank and the id in parentheses.</summary>
    public string Cite(InterpretationTopic topic) => InterpretationOn(topic) is { Length: > 0 } id ? $" ({id})" : "";

    /// <summary>The operations that are tested.</summary>
    public IEnumerable<Operation> Documented => Operations.Where(o => o.Role == OperationRole.Documented);
}
