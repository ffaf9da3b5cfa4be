using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>Different tokens make different requests, even where everything else is the same.</summary>
public static class Tokens
{
    private const int UsualLength = 40;

    /// <summary>A token that differs only in the case of its letters is another token.</summary>
    public static Task<Finding> AreCaseSensitive(TestSession test) =>
        ProveDistinct(
            test,
            "the token in capitals",
            token =>
                token[..test.Session.Draw.Prefix.Length] + token[test.Session.Draw.Prefix.Length..].ToUpperInvariant(),
            Lengths(test)
        );

    /// <summary>A token that differs only in its last character is another token, however long it is; a hyphen counts too.</summary>
    public static async Task<Finding> CountWhole(TestSession test)
    {
        var last = await ProveDistinct(
            test,
            "a token that differs only in its last character",
            token => token[..^1] + (token[^1] == 'x' ? 'y' : 'x'),
            Lengths(test)
        );
        return last.Outcome == Outcome.Passed
            ? await ProveDistinct(
                test,
                "a token that differs only in a hyphen",
                token => $"{token[..^1]}-{token[^1]}",
                [UsualLength]
            )
            : last;
    }

    /// <summary>The same parameters under two unlike tokens start two runs.</summary>
    public static Task<Finding> StartDistinctRuns(TestSession test) =>
        ProveDistinct(test, "another token", _ => Creation.Token(test), [UsualLength]);

    /// <summary>Two requests without a token start two runs.</summary>
    public static async Task<Finding> OmittedStartDistinctRuns(TestSession test)
    {
        var request = Runs.Fresh(test);
        var first = await test.Arrange(request, "a run without a token");
        var second = await test.Send(request, "the same without a token");
        return Problem(test, first, second) is { } problem
            ? test.Fails("two requests without a token", "two runs", problem)
            : Finding.Passed(1);
    }

    /// <summary>Token lengths to try: the shortest, the usual one of a UUID, and the longest.</summary>
    private static int[] Lengths(TestSession test)
    {
        var token = test.Operation.Playing(MemberRole.IdempotencyToken)!;
        return [36, token.Find<MinLength>()!.Limit, token.Find<MaxLength>()!.Limit];
    }

    private static async Task<Finding> ProveDistinct(
        TestSession test,
        string says,
        Func<string, string> other,
        int[] lengths
    )
    {
        foreach (var length in lengths)
        {
            test.BeginCase();
            var token = Creation.Token(test, length);
            var request = Creation.WithToken(test, token);
            var first = await test.Arrange(request, "a request with a token");
            var isNamed = Creation.MakesDefinitions(request.Operation);
            var different = Creation.WithToken(isNamed ? Definitions.Renamed(test, request) : request, other(token));
            var second = await test.Send(different, $"the same with {says}");
            var problem = Problem(test, first, second) ?? (isNamed ? await Lost(test, different) : null);
            if (problem is not null)
                return test.Fails($"{says} ({token.Length} characters)", "another resource", problem, lengths.Length);
        }
        return Finding.Passed(lengths.Length);
    }

    /// <summary>An accepted definition that does not exist: the target took the request for a repeat.</summary>
    private static async Task<string?> Lost(TestSession test, RequestDraft accepted) =>
        await Definitions.Exists(test, accepted) ? null : "success, but the definition was not created";

    private static string? Problem(TestSession test, Exchange first, Exchange second)
    {
        if (second.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the second request got {second.InWords()}");
        if (!second.IsAccepted())
            return second.InWords();
        return Creation.SureIdOf(test, first) is { } id && id == Creation.SureIdOf(test, second)
            ? $"the first run {id} again"
            : null;
    }
}
