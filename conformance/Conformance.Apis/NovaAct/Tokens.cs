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
    public static Task<Finding> AreCaseSensitive(Workbench bench) =>
        ProveDistinct(
            bench,
            "the token in capitals",
            token =>
                token[..bench.Session.Draw.Prefix.Length]
                + token[bench.Session.Draw.Prefix.Length..].ToUpperInvariant(),
            Lengths(bench)
        );

    /// <summary>A token that differs only in its last character is another token, however long it is; a hyphen counts too.</summary>
    public static async Task<Finding> CountWhole(Workbench bench)
    {
        var last = await ProveDistinct(
            bench,
            "a token that differs only in its last character",
            token => token[..^1] + (token[^1] == 'x' ? 'y' : 'x'),
            Lengths(bench)
        );
        return last.Outcome == Outcome.Passed
            ? await ProveDistinct(
                bench,
                "a token that differs only in a hyphen",
                token => $"{token[..^1]}-{token[^1]}",
                [UsualLength]
            )
            : last;
    }

    /// <summary>The same parameters under two unlike tokens start two runs.</summary>
    public static Task<Finding> StartDistinctRuns(Workbench bench) =>
        ProveDistinct(bench, "another token", _ => Creation.Token(bench), [UsualLength]);

    /// <summary>Two requests without a token start two runs.</summary>
    public static async Task<Finding> OmittedStartDistinctRuns(Workbench bench)
    {
        var request = Runs.Fresh(bench);
        var first = await bench.Arrange(request, "a run without a token");
        var second = await bench.Send(request, "the same without a token");
        return Problem(bench, first, second) is { } problem
            ? bench.Fails("two requests without a token", "two runs", problem)
            : Finding.Passed(1);
    }

    /// <summary>Token lengths to try: the shortest, the usual one of a UUID, and the longest.</summary>
    private static int[] Lengths(Workbench bench)
    {
        var token = bench.Operation.Playing(MemberRole.IdempotencyToken)!;
        return [36, token.Find<MinLength>()!.Limit, token.Find<MaxLength>()!.Limit];
    }

    private static async Task<Finding> ProveDistinct(
        Workbench bench,
        string says,
        Func<string, string> other,
        int[] lengths
    )
    {
        foreach (var length in lengths)
        {
            bench.BeginCase();
            var token = Creation.Token(bench, length);
            var request = Creation.WithToken(bench, token);
            var first = await bench.Arrange(request, "a request with a token");
            var isNamed = Creation.MakesDefinitions(request.Operation);
            var different = Creation.WithToken(isNamed ? Definitions.Renamed(bench, request) : request, other(token));
            var second = await bench.Send(different, $"the same with {says}");
            var problem = Problem(bench, first, second) ?? (isNamed ? await Lost(bench, different) : null);
            if (problem is not null)
                return bench.Fails($"{says} ({token.Length} characters)", "another resource", problem, lengths.Length);
        }
        return Finding.Passed(lengths.Length);
    }

    /// <summary>An accepted definition that does not exist: the target took the request for a repeat.</summary>
    private static async Task<string?> Lost(Workbench bench, RequestDraft accepted) =>
        await Definitions.Exists(bench, accepted) ? null : "success, but the definition was not created";

    private static string? Problem(Workbench bench, Exchange first, Exchange second)
    {
        if (second.SaysNothing())
            throw new CannotArrangeException(SkipReason.NotIsolated, $"the second request got {second.InWords()}");
        if (!second.IsAccepted())
            return second.InWords();
        return Creation.SureIdOf(bench, first) is { } id && id == Creation.SureIdOf(bench, second)
            ? $"the first run {id} again"
            : null;
    }
}
