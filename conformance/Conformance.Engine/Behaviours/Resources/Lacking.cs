using Conformance.Schemas;

namespace Conformance.Engine.Behaviours.Resources;

/// <summary>What an operation lacks for a scenario, in words that follow "expected"; null where it has it.</summary>
internal static class Lacking
{
    private const string AnEnd =
        "an operation that ends what it creates: a PUT, POST or PATCH whose last member of the path refers to its name or identifier, with x-ends on a member of its body";

    /// <summary>The operation creates what a name or an identifier tells from others.</summary>
    public static string? Creation(Api api, Operation operation) =>
        Resource.Creates(operation)
            ? null
            : "an operation that creates: with a member of the request whose x-role is uniqueName, or one of the response whose x-role is identifier";

    public static string? Name(Api api, Operation operation) =>
        operation.Playing(MemberRole.UniqueName) is null
            ? "a member of the request whose x-role is uniqueName"
            : Creation(api, operation);

    public static string? Identifier(Api api, Operation operation) =>
        operation.Success.Members.Any(m => m.Role == MemberRole.Identifier)
            ? Creation(api, operation)
            : "a member of the response whose x-role is identifier";

    /// <summary>A creation shows by a name that is taken, or in a list of what is in the parent.</summary>
    public static string? WhatShowsCreations(Api api, Operation operation) =>
        Creation(api, operation)
        ?? (
            operation.Playing(MemberRole.UniqueName) is not null
            || new Resource(api, operation) is { Lists: not null, Parent: not null }
                ? null
                : "a uniqueName, or a parent in the path with an operation that lists what is in it"
        );

    public static string? Token(Api api, Operation operation) =>
        Resource.TokenOf(operation) is null
            ? "a member of the request's body whose x-role is idempotencyToken"
            : Creation(api, operation);

    /// <summary>A token, and an identifier in the response.</summary>
    public static string? TokenAndIdentifier(Api api, Operation operation) =>
        Token(api, operation) ?? Identifier(api, operation);

    /// <summary>A token and an identifier, and an operation that ends what was created.</summary>
    public static string? TokenAndEnd(Api api, Operation operation) =>
        TokenAndIdentifier(api, operation) ?? (new Resource(api, operation).Ends is null ? AnEnd : null);

    /// <summary>A token that may be left out, and no name, so that two requests can be equal and both be right.</summary>
    public static string? OptionalTokenAlone(Api api, Operation operation) =>
        TokenAndIdentifier(api, operation)
        ?? (
            Resource.TokenOf(operation)!.IsRequired ? "a token that is optional"
            : operation.Playing(MemberRole.UniqueName) is not null ? "no member whose x-role is uniqueName"
            : null
        );

    /// <summary>A member of the path that refers to what another operation creates.</summary>
    public static string? Reference(Api api, Operation operation) =>
        References(api, operation).Any()
            ? null
            : "a member of the path whose x-refers-to names an operation that creates, and that operation's uniqueName or identifier";

    /// <summary>The same for an operation that leaves alone what it refers to.</summary>
    public static string? HarmlessReference(Api api, Operation operation) =>
        operation.Method == "DELETE"
            ? "an operation that deletes nothing: not-found/unknown-resource is for those"
            : Reference(api, operation);

    /// <summary>A member of the path that refers to the name that a client gives.</summary>
    public static string? NamedReference(Api api, Operation operation) =>
        References(api, operation).Any(p => Resource.ReferredTo(api, p)!.IsByName(p))
            ? HarmlessReference(api, operation)
            : "a member of the path whose x-refers-to names another operation's uniqueName";

    /// <summary>The members of the path that refer to what another operation creates.</summary>
    public static IEnumerable<Member> References(Api api, Operation operation) =>
        operation.Parameters.Where(p => p.Place == Place.Path && Resource.ReferredTo(api, p) is not null);

    /// <summary>The operation creates, and one deletes what it refers to.</summary>
    public static string? DeletedReference(Api api, Operation operation) =>
        Creation(api, operation)
        ?? (
            References(api, operation).Any(p => Resource.ReferredTo(api, p)!.Deletes is not null)
                ? null
                : "a member of the path that refers to what an operation of the schema deletes"
        );

    /// <summary>The operation creates, reads or deletes, and the schema has one that reads.</summary>
    public static string? Reading(Api api, Operation operation) =>
        Resource.Of(api, operation) is { } resource
            ? resource.Reads is null
                ? "an operation that reads what it creates: a GET whose last member of the path refers to its name or identifier"
                : null
            : Creation(api, operation);

    /// <summary>The operation creates inside of something that another creates, and one reads, ends or deletes what it creates.</summary>
    public static string? LookInAParent(Api api, Operation operation) =>
        Identifier(api, operation)
        ?? Reference(api, operation)
        ?? (
            new Resource(api, operation) is { Reads: null, Ends: null, Deletes: null }
                ? "an operation that reads, ends or deletes what it creates"
                : null
        );

    /// <summary>The operation creates, and the schema has one that reads what it creates.</summary>
    public static string? LookedAt(Api api, Operation operation) => Creation(api, operation) ?? Reading(api, operation);

    /// <summary>The operation creates what is told apart by an identifier in the response, or by reading it.</summary>
    public static string? ReadingOrIdentifier(Api api, Operation operation) =>
        Creation(api, operation) ?? (Identifier(api, operation) is null ? null : Reading(api, operation));

    /// <summary>The same, and an operation that reads or deletes documents that nothing is found.</summary>
    public static string? NotFound(Api api, Operation operation) =>
        Resource.Of(api, operation) is { } resource
            ? UnknownResources.Asked(resource, operation).Any()
                ? null
                : "an operation that reads or deletes what it creates, and documents an error for what is not found"
            : Creation(api, operation);

    /// <summary>The same, and one that deletes.</summary>
    public static string? Deletion(Api api, Operation operation) =>
        Reading(api, operation)
        ?? (
            Resource.Of(api, operation)!.Deletes is null
                ? "an operation that deletes what it creates: a DELETE whose last member of the path refers to its name or identifier"
                : null
        );

    /// <summary>A token, and an operation that lists what is created inside of something else.</summary>
    public static string? TokenAndList(Api api, Operation operation) =>
        Token(api, operation)
        ?? (
            new Resource(api, operation) is { Lists: not null, Parent: not null }
                ? null
                : "an operation that lists what it creates inside of something else: a GET or POST on the same path whose response has one array"
        );
}
