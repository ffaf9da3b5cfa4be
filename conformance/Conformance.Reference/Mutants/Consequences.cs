namespace Conformance.Reference.Mutants;

/// <summary>
/// What breaks along with something else: requirements that look at the same from another side, so that no row has to name
/// them.
/// </summary>
internal static class Consequences
{
    /// <summary>What breaks along, in the same operation, where a mutant breaks what begins so.</summary>
    private sealed record Consequence(string Of, params ImmutableArray<string> Along);

    private static readonly ImmutableArray<Consequence> All =
    [
        new("request/", "request/pairs-of-members/accepted"),
        new("response/", "robustness/well-formed-json"),
        new("supporting/", "supporting/*", "concurrency/own-responses"),
        new(
            "idempotency/replay",
            "idempotency/replay*",
            "idempotency/reordered-body-is-a-replay",
            "idempotency/token-on-another-definition"
        ),
        new("error/ConflictException/", "robustness/no-leak"),
        new("error/", "error/*"),
        new("not-found/", "error/ResourceNotFoundException/*", "supporting/*"),
        new("uniqueness/", "error/ConflictException/*", "robustness/no-leak"),
        new("body/large", "*/maxLength/rejected", "*/pattern/rejected", "document/large"),
        new("body/legal-forms", "document/spellings", "idempotency/reordered-body-is-a-replay"),
        new("document/", "document/*", "concurrency/own-responses"),
        new("modes/by-configuration", "request/pairs-of-members/accepted"),
        new("robustness/no-server-error", "error/*"),
    ];

    /// <summary>The mutant with what breaks along with what it breaks.</summary>
    public static Mutant Of(Mutant mutant)
    {
        var along =
            from broken in mutant.Breaks
            let start = OperationOf(broken)
            from consequence in All
            where broken.AsSpan(start.Length).StartsWith(consequence.Of, StringComparison.Ordinal)
            from id in consequence.Along
            select start + id;
        return mutant with { MayBreak = [.. mutant.MayBreak, .. along.Distinct()] };
    }

    /// <summary>The API and the operation with which an id begins.</summary>
    private static string OperationOf(string id) =>
        id.Split('/') is [var api, var operation, _, ..] ? $"{api}/{operation}/" : "";
}
