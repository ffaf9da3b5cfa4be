namespace Conformance.Schemas.Loading;

/// <summary>Refuses a reference to a resource that no operation creates.</summary>
internal static class References
{
    public static void Refuse(IReadOnlyCollection<(JsonLocation At, Operation Operation)> operations)
    {
        foreach (var (at, operation) in operations)
        foreach (var member in operation.RequestMembers())
            if (member.RefersTo is { } reference && !IsThere(reference, member.Kind, operations))
                throw Naming(reference, at.Source.Root)
                    .Refuse(
                        "in x-refers-to an operation and one of its members of the same type",
                        $"\"{reference.Operation}\" and \"{reference.Member}\" at \"{member.Path}\"",
                        "correct the operation or the member"
                    );
    }

    /// <summary>The place that names the reference; equal ones are equally wrong.</summary>
    private static JsonLocation Naming(Reference reference, JsonLocation root) =>
        root.SelfAndBelow()
            .Select(at => at.Find("x-refers-to"))
            .OfType<JsonLocation>()
            .First(at =>
                at.Find("operation")?.Value.ValueEquals(reference.Operation) is true
                && at.Find("member")?.Value.ValueEquals(reference.Member) is true
            );

    private static bool IsThere(
        Reference reference,
        JsonKind kind,
        IEnumerable<(JsonLocation At, Operation Operation)> operations
    ) =>
        operations.Any(o =>
            o.Operation.Id == reference.Operation
            && o.Operation.RequestMembers()
                .Concat(o.Operation.Success.Members.SelectMany(m => m.SelfAndBelow()))
                .Any(m =>
                    m.Path == reference.Member && (m.Kind == kind || JsonKind.Any == m.Kind || JsonKind.Any == kind)
                )
        );
}
