using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Behaviours;

/// <summary>Different tokens make different requests, even where everything else is the same.</summary>
internal static class Tokens
{
    private const int Tries = 8;

    public static readonly ImmutableArray<Scenario> All =
    [
        new("idempotency/token-is-case-sensitive", AreCaseSensitive) { Lacks = Lacking.Token },
        new("idempotency/whole-token-counts", CountWhole) { Lacks = Lacking.Token },
        new("idempotency/distinct-tokens-are-distinct", AreDistinct) { Lacks = Lacking.TokenAndIdentifier },
        new("idempotency/omitted-token-is-distinct", AreDistinctWithout) { Lacks = Lacking.OptionalTokenAlone },
    ];

    /// <summary>A token that differs only in the case of its letters is another token.</summary>
    public static Task<Finding> AreCaseSensitive(TestSession test)
    {
        var token = Resource.Of(test).Token!;
        return AllDistinct(
            test,
            "the token with its letters in the other case",
            Pairs(test, token, text => LegalValues.InOtherCase(test, token, text)),
            $"no two legal values of {token.Path} differ in case only"
        );
    }

    /// <summary>
    /// A token that differs only in its last character is another token, however long it is; so is one with a character of
    /// punctuation more.
    /// </summary>
    public static async Task<Finding> CountWhole(TestSession test)
    {
        var token = Resource.Of(test).Token!;
        var last = await AllDistinct(
            test,
            "a token that differs only in its last character",
            Pairs(test, token, text => LegalValues.WithAnotherEnd(test, token, text)),
            $"no two legal values of {token.Path} differ in their last character only"
        );
        if (last.Outcome != Outcome.Passed)
            return last;
        var usual = TokenValues.Fresh(test, token);
        return LegalValues.WithPunctuation(test, token, usual) is { } other
            ? await AllDistinct(
                test,
                "a token that differs only in a character of punctuation, such as a hyphen",
                [(usual, other)],
                ""
            )
            : last;
    }

    /// <summary>The same parameters under two unlike tokens create two resources.</summary>
    public static Task<Finding> AreDistinct(TestSession test)
    {
        var token = Resource.Of(test).Token!;
        return AllDistinct(
            test,
            "another token",
            [(TokenValues.Fresh(test, token), TokenValues.Fresh(test, token))],
            ""
        );
    }

    /// <summary>Two requests without a token create two resources.</summary>
    public static async Task<Finding> AreDistinctWithout(TestSession test)
    {
        var resource = Resource.Of(test);
        if (test.Session.Demands(test.Operation, resource.Token!))
            return Finding.Skipped(SkipReason.NotIsolated, "the target rejects every request without a token");
        var request = resource.Fresh(test);
        var first = await test.Arrange(request, "a request without a token");
        var second = await test.Send(request, "the same without a token");
        return Problem(resource, first, second) is { } problem
            ? test.Fails("two requests without a token", "two resources", problem)
            : Finding.Passed(1);
    }

    /// <summary>Tokens of all lengths, each with another one that hardly differs from it.</summary>
    private static List<(string First, string Second)> Pairs(
        TestSession test,
        Schemas.Member token,
        Func<string, string?> other
    )
    {
        var pairs = TokenValues
            .OfAllLengths(test, token)
            .Select(text => (First: text, Second: other(text)))
            .Where(pair => pair.Second is not null)
            .Select(pair => (pair.First, pair.Second!))
            .ToList();
        // A token may hold no letter by chance.
        for (var n = 0; n < Tries && pairs.Count == 0; n++)
            if (LegalValues.Fresh(test, token) is var text && other(text) is { } second)
                pairs.Add((text, second));
        return pairs;
    }

    private static async Task<Finding> AllDistinct(
        TestSession test,
        string says,
        List<(string First, string Second)> pairs,
        string whyNone
    )
    {
        var resource = Resource.Of(test);
        LegalValues.DemandRoom(test, resource.Token!);
        if (pairs.Count == 0)
            return Finding.Skipped(SkipReason.NotApplicable, whyNone);
        foreach (var (token, other) in pairs)
        {
            await test.NextCase();
            var request = resource.Fresh(test).UnderToken(test, token);
            var first = await test.Arrange(request, "a request with a token");
            var different = resource.Renamed(test, request).UnderToken(test, other);
            var second = await test.Send(different, $"the same with {says}");
            var problem =
                Problem(resource, first, second) ?? (resource.Identifier is null ? await Lost(test, different) : null);
            if (problem is not null)
                return test.Fails($"{says} ({token.Length} characters)", "another resource", problem, pairs.Count);
        }
        return Finding.Passed(pairs.Count);
    }

    /// <summary>An accepted request whose resource does not exist: the target took it for a repeat.</summary>
    private static async Task<string?> Lost(TestSession test, RequestDraft accepted) =>
        await Resource.Of(test).Exists(test, accepted) ? null : "success, but the resource was not created";

    private static string? Problem(Resource resource, Exchange first, Exchange second)
    {
        if (second.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the second request got {second.InWords()}");
        if (!second.IsAccepted())
            return second.InWords();
        return resource.SureIdOf(first) is { } id && id == resource.SureIdOf(second)
            ? $"the first resource {id} again"
            : null;
    }
}
