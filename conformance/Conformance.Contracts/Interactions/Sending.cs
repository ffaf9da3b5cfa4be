using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>
/// Requests from an operation's schema. What a target has to know, what has to be fresh, and what it may look up come from
/// the provider's state; everything else is the same each time.
/// </summary>
/// <param name="Api">The API.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Body">The body as it travels; null for none.</param>
/// <param name="Sent">The members of the request that take their values from the state.</param>
internal sealed record Sending(Api Api, Operation Operation, JsonObject? Body, ImmutableArray<Member> Sent)
{
    /// <summary>A request with the members that a target demands.</summary>
    public static Sending Minimal(Api api, Operation operation) => Of(api, operation, m => m.IsRequired);

    /// <summary>A request with every member.</summary>
    public static Sending Full(Api api, Operation operation) =>
        Of(api, operation, m => !operation.ExactlyOneOf.Skip(1).Contains(m.Path));

    /// <summary>A request with the members that <paramref name="keep"/> says, and those that they stand in.</summary>
    public static Sending Of(Api api, Operation operation, Func<Member, bool> keep)
    {
        var writing = new Writing(keep, (member, rule) => FromState(api, operation, member, rule));
        var body = operation.HasBody ? Matchers.Body(operation.Body, writing) : null;
        return new(api, operation, body, [.. operation.Parameters.Where(InPath), .. Kept(operation.Body, keep)]);
    }

    /// <summary>The same without a member at the top of the body.</summary>
    public Sending Without(Member member) =>
        this with
        {
            Body = new JsonObject([.. Body!.Properties.Where(p => p.Name != member.WireName)]),
            Sent = [.. Sent.Where(m => !member.SelfAndBelow().Contains(m))],
        };

    /// <summary>The same with another value for a member of the body.</summary>
    public Sending With(string path, JsonValue value) => this with { Body = (JsonObject)Body!.With(path, value) };

    /// <summary>What of the body is the same each time: what a state needs to know of a request that came earlier.</summary>
    public JsonObject Fixed => (JsonObject)Match.ExampleOf(FixedIn(Body!)!);

    /// <summary>Fixtures that have to be named.</summary>
    public ImmutableArray<string> Needs => [.. Sent.Where(m => m.Role == MemberRole.Known).Select(m => m.Path)];

    /// <summary>Members whose values a target may look up.</summary>
    public ImmutableArray<string> LooksUp => [.. Sent.Where(m => m.IsLookedUp).Select(m => m.Path)];

    /// <summary>The request of a contract.</summary>
    public ContractRequest Request => new(Operation.Method, Paths.Of(Api, Operation), Body);

    /// <summary>What the state calls the member's value: as paths name the resource, where one does.</summary>
    public static string NameOf(Api api, Operation operation, Member member) =>
        api.Operations.SelectMany(o => o.Parameters)
            .FirstOrDefault(p => p.RefersTo is { } it && it.Operation == operation.Id && it.Member == member.Path)
            ?.Name
        ?? member.Name;

    private static JsonValue? FixedIn(JsonValue value) =>
        Match.IsFromState(value) ? null
        : value is JsonObject { Properties: var properties } && !Match.IsRule(value)
            ? new JsonObject([
                .. properties
                    .Select(p => (p.Name, Value: FixedIn(p.Value)))
                    .Where(p => p.Value is not null)
                    .Select(p => new JsonProperty(p.Name, p.Value!)),
            ])
        : value;

    private static bool InPath(Member member) => member.Place == Place.Path;

    private static IEnumerable<Member> Kept(IEnumerable<Member> members, Func<Member, bool> keep) =>
        members.Where(keep).SelectMany(m => IsFromState(m) ? m.SelfAndBelow() : Kept(m.Members, keep).Prepend(m));

    private static bool IsFromState(Member member) => member.Role != MemberRole.Plain || member.IsLookedUp;

    private static JsonValue? FromState(Api api, Operation operation, Member member, JsonValue rule)
    {
        if (!IsFromState(member))
            return null;
        var name = NameOf(api, operation, member);
        return Match.ProviderState(member.Kind == JsonKind.String ? Expressions.InText(name) : name, rule);
    }
}
