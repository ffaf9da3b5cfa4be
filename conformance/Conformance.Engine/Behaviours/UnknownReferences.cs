using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>In the path, what does not exist is not found.</summary>
internal static class UnknownReferences
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("not-found/unknown-reference", AreNotFound) { Lacks = Lacking.HarmlessReference },
        new("not-found/part-of-a-name", CountWhole) { Lacks = Lacking.NamedReference },
    ];

    /// <summary>A request that refers to what was never created is rejected as not found; the same to what exists is accepted.</summary>
    public static Task<Finding> AreNotFound(TestSession test)
    {
        var references = Lacking.References(test.Session.Api, test.Operation).ToList();
        foreach (var reference in references)
            LegalValues.DemandRoom(test, Naming(test, reference));
        var cases =
            from round in Enumerable.Range(1, test.Session.Profile.Rounds)
            from reference in references
            select new Case(
                $"unknown-{reference.Name}-{round}",
                $"{reference.Name} of a resource that was never created",
                request => request.In(test, reference, LegalValues.Fresh(test, Naming(test, reference)))
            );
        var expected = Expectation.Rejected(test.Operation, ErrorCause.NotFound);
        return new RejectionCheck(
            () => test.Valid(test.Operation),
            [.. cases],
            references.All(p => HasKnownForm(test, p)) ? expected : expected.Or(400)
        ).Run(test);
    }

    /// <summary>
    /// A name that an existing one is a part of is another: of the longest legal length with one character more, as who
    /// cuts names sees it, and a usual one with more in front or behind.
    /// </summary>
    public static async Task<Finding> CountWhole(TestSession test)
    {
        var reference = Lacking
            .References(test.Session.Api, test.Operation)
            .Last(p => Resource.ReferredTo(test.Session.Api, p)!.IsByName(p));
        LegalValues.DemandPrefix(test, Naming(test, reference));
        var usual = await Creating.OwnParent(test, reference);
        ImmutableArray<Case> cases =
        [
            Of($"{usual}-x", "an existing name with more behind"),
            Of($"x-{usual}", "an existing name with more in front"),
            Of(usual[..^1], "an existing name without its last character"),
            // In the patterns of many stores an underscore stands for any character.
            Of($"{usual[..^1]}_", "an existing name with an underscore for its last character"),
        ];
        var existing = usual;
        if (
            reference.Find<MaxLength>() is { Limit: var limit }
            && LongestFrom(test, reference, usual, limit) is { } name
        )
        {
            existing = await Creating.OwnParent(
                test,
                reference,
                own => LongestFrom(test, reference, own, limit) ?? own
            );
            cases =
            [
                Of($"{existing}x", "an existing name of the longest length with a character behind"),
                Of($"x{existing}", "an existing name of the longest length with a character in front"),
                .. cases,
            ];
        }
        return await new RejectionCheck(
            () => test.Valid(test.Operation).In(test, reference, existing),
            cases,
            // What is too long or otherwise ill-formed may be told so, or may not route.
            Expectation.Rejected(test.Operation, ErrorCause.NotFound).Or(400, 403, 405, 414)
        ).Run(test);

        Case Of(string name, string says) => new("part-of-a-name", says, request => request.In(test, reference, name));
    }

    /// <summary>The member whose constraints a value has to keep: the one that gave the name, else the reference itself.</summary>
    private static Member Naming(TestSession test, Member reference) =>
        Resource.ReferredTo(test.Session.Api, reference) is { } resource && resource.IsByName(reference)
            ? resource.Name!
            : reference;

    /// <summary>Whether a value that the kit makes is well-formed for sure.</summary>
    private static bool HasKnownForm(TestSession test, Member reference) =>
        Naming(test, reference) != reference || reference.Find<Pattern>() is not null;

    private static string? LongestFrom(TestSession test, Member reference, string name, int limit)
    {
        var longest = name.Length < limit ? name.PadRight(limit, 'q') : name[..limit];
        return LegalValues.IsLegal(test, Naming(test, reference), new Generators.JsonText(longest)) ? longest : null;
    }
}
