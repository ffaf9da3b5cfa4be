using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>What an operation creates, and the operations that look at it: found by their shape and by what they refer to.</summary>
/// <param name="Api">The API as the target speaks it.</param>
/// <param name="Creation">The operation that creates it.</param>
internal sealed record Resource(Api Api, Operation Creation)
{
    /// <summary>The member of the request that names it; null where the client gives no name.</summary>
    public Member? Name => Creation.Playing(MemberRole.UniqueName);

    /// <summary>The member of the response that identifies it; null where the service gives no identifier.</summary>
    public Member? Identifier => Creation.Success.Members.FirstOrDefault(m => m.Role == MemberRole.Identifier);

    /// <summary>The member of the body that makes the request idempotent, or null.</summary>
    public Member? Token => TokenOf(Creation);

    /// <summary>The innermost member of the path that names what it lives in, or null.</summary>
    public Member? Parent => Creation.Parameters.LastOrDefault(IsReference);

    /// <summary>The operation that reads one, or null.</summary>
    public Operation? Reads => About("GET");

    /// <summary>The operation that deletes one, or null.</summary>
    public Operation? Deletes => About("DELETE");

    /// <summary>The operation that changes one and can end it, or null.</summary>
    public Operation? Ends =>
        Api.Operations.FirstOrDefault(o =>
            o.Method is "PUT" or "POST" or "PATCH"
            && o.Id != Creation.Id
            && EndIn(o) is not null
            && KeyOf(o) is { } key
            && CanBeAddressed(o, key)
        );

    /// <summary>The operation on the same collection whose response has one array, or null.</summary>
    public Operation? Lists =>
        Api.Operations.FirstOrDefault(o =>
            o.Id != Creation.Id
            && o.Method is "GET" or "POST"
            && !Creates(o)
            && o.Success.Members.Count(m => m.Kind == JsonKind.Array) == 1
            && Shape(o.Path) == Collection
        );

    /// <summary>The documented operations that create something inside of it.</summary>
    public IEnumerable<Operation> Inside =>
        Api.Documented.Where(o => Creates(o) && o.Parameters.Any(p => IsReference(p) && Names(p)));

    /// <summary>The resource that the operation creates, reads or deletes; null where it does none of these.</summary>
    public static Resource? Of(Api api, Operation operation)
    {
        if (Creates(operation))
            return new Resource(api, operation);
        return
            operation.Method is "GET" or "DELETE"
            && operation.Parameters.LastOrDefault(p => p.Place == Place.Path) is { } last
            && ReferredTo(api, last) is { } resource
            && resource.KeyOf(operation) is not null
            ? resource
            : null;
    }

    /// <summary>The resource that the test's operation creates, reads or deletes.</summary>
    public static Resource Of(TestSession test) => Of(test.Session.Api, test.Operation)!;

    /// <summary>The resource that a member repeats the name or identifier of; null where it repeats something else.</summary>
    public static Resource? ReferredTo(Api api, Member member) =>
        member.RefersTo is { } reference
        && api.Operations.FirstOrDefault(o => o.Id == reference.Operation) is { } creation
        && Creates(creation)
        && new Resource(api, creation) is var resource
        && resource.Names(member)
            ? resource
            : null;

    /// <summary>Whether the operation makes something that a name or an identifier tells from all others.</summary>
    public static bool Creates(Operation operation) =>
        operation.Method is "PUT" or "POST" or "PATCH"
        && (
            operation.Playing(MemberRole.UniqueName) is not null
            || operation.Success.Members.Any(m => m.Role == MemberRole.Identifier)
        );

    /// <summary>The member of the body some values of which end a resource, or null.</summary>
    public static Member? EndIn(Operation operation) =>
        operation.Body.SelectMany(m => m.SelfAndBelow()).FirstOrDefault(m => !m.Ends.IsEmpty);

    /// <summary>The member of the body that makes a request idempotent, or null.</summary>
    public static Member? TokenOf(Operation operation) =>
        operation.Playing(MemberRole.IdempotencyToken) is { Place: Place.Body } token ? token : null;

    /// <summary>The last member in the operation's path, where it names one of these; null where it doesn't.</summary>
    public Member? KeyOf(Operation operation) =>
        operation.Parameters.LastOrDefault(p => p.Place == Place.Path) is { } last
        && IsReference(last)
        && Names(last)
        && operation.Path.EndsWith($"{{{last.Name}}}", StringComparison.Ordinal)
            ? last
            : null;

    /// <summary>Whether the member repeats what the client named it, and not what the service gave.</summary>
    public bool IsByName(Member reference) => Name is not null && reference.RefersTo?.Member == Name.Path;

    private string Collection =>
        Name is { Place: Place.Path } && Creation.Path.EndsWith($"/{{{Name.Name}}}", StringComparison.Ordinal)
            ? Shape(Creation.Path[..Creation.Path.LastIndexOf('/')])
            : Shape(Creation.Path);

    private Operation? About(string method) =>
        Api.Operations.FirstOrDefault(o =>
            o.Method == method && o.Id != Creation.Id && KeyOf(o) is { } key && CanBeAddressed(o, key)
        );

    private bool CanBeAddressed(Operation operation, Member key) =>
        operation.Parameters.All(p => p.Place != Place.Path || p == key || Addressing.SameAs(Creation, p) is not null);

    private bool Names(Member member) =>
        member.RefersTo is { } reference
        && reference.Operation == Creation.Id
        && (reference.Member == Name?.Path || reference.Member == Identifier?.Path);

    private static bool IsReference(Member member) => member is { Place: Place.Path, RefersTo: not null };

    /// <summary>The path without the names of its members, which may differ from operation to operation.</summary>
    private static string Shape(string path) =>
        string.Join('/', path.Split('/').Select(s => s.StartsWith('{') ? "{}" : s));
}
