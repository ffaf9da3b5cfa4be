using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Client tokens that are not kept or not told apart, or mean something else than they should.</summary>
internal static class ClientTokens
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        OfRuns(
            "ForgetsRunToken",
            "forgets tokens of runs",
            t => t with { TokenOf = _ => null },
            "replay",
            "replay-starts-no-second-run",
            "concurrent-replays",
            "reordered-body-is-a-replay",
            "other-parameters/*"
        ),
        OfDefinitions(
            "ForgetsDefinitionToken",
            "forgets tokens of definitions",
            t => t with { TokenOf = _ => null },
            "replay",
            "concurrent-replays",
            "reordered-body-is-a-replay",
            "other-parameters/*"
        ),
        OfRuns(
            "ComparesRunTokensIgnoringCase",
            "ignores the case of tokens of runs",
            t => t with { Comparer = StringComparer.OrdinalIgnoreCase },
            "token-is-case-sensitive"
        ),
        OfDefinitions(
            "ComparesDefinitionTokensIgnoringCase",
            "ignores the case of tokens of definitions",
            t => t with { Comparer = StringComparer.OrdinalIgnoreCase },
            "token-is-case-sensitive"
        ),
        LooksAtRunToken("LooksAt33CharactersOfRunToken", 33),
        LooksAtRunToken("LooksAt36CharactersOfRunToken", 36),
        LooksAtRunToken("LooksAt64CharactersOfRunToken", 64),
        LooksAtRunToken("LooksAt128CharactersOfRunToken", 128),
        LooksAtRunToken("LooksAt255CharactersOfRunToken", 255),
        LooksAtDefinitionToken("LooksAt33CharactersOfDefinitionToken", 33),
        LooksAtDefinitionToken("LooksAt36CharactersOfDefinitionToken", 36),
        LooksAtDefinitionToken("LooksAt64CharactersOfDefinitionToken", 64),
        LooksAtDefinitionToken("LooksAt128CharactersOfDefinitionToken", 128),
        LooksAtDefinitionToken("LooksAt255CharactersOfDefinitionToken", 255),
        OfRuns(
            "ComparesTokensWithoutHyphens",
            "takes no notice of hyphens in tokens of runs",
            t => t with { TokenOf = token => token?.Replace("-", "", StringComparison.Ordinal) },
            "whole-token-counts"
        ),
        OfRuns(
            "RejectsRepeatedRun",
            "rejects a repeated run",
            t => t with { IsSameRequest = (_, _) => false },
            "replay",
            "concurrent-replays",
            "reordered-body-is-a-replay"
        ),
        OfDefinitions(
            "RejectsRepeatedDefinition",
            "rejects a repeated definition",
            t => t with { IsSameRequest = (_, _) => false },
            "replay",
            "concurrent-replays",
            "reordered-body-is-a-replay"
        ),
        OfRuns(
            "GivesFirstRunForOtherParameters",
            "gives the first run for other parameters",
            t => t with { IsSameRequest = (_, _) => true },
            "other-parameters/conflict"
        ),
        OfDefinitions(
            "PretendsOtherDefinition",
            "pretends to make a definition for other parameters",
            t => t with { IsSameRequest = (_, _) => true },
            "other-parameters/conflict"
        ),
        OfRuns(
                "TakesRunsWithoutTokenForTheSame",
                "takes runs without a token for the same",
                t => t with { TokenOf = token => token ?? "none", IsSameRequest = (_, _) => true },
                "omitted-token-starts-distinct-runs"
            )
            .AlsoBreaking(
                "CreateWorkflowRun/idempotency/other-parameters/conflict",
                "*/supporting/*",
                "CreateWorkflowRun/runs/distinct"
            ),
        RemembersTokens("RemembersLastTokenAlone", "remembers the last token alone", 1),
        RemembersTokens("RemembersTenTokens", "remembers the last ten tokens", 10).ShowingOnceIn(10),
    ];

    /// <summary>Tokens of runs are remembered in another way.</summary>
    private static Mutant OfRuns(
        string name,
        string says,
        Func<Idempotency, Idempotency> change,
        params ImmutableArray<string> breaks
    ) =>
        Row(
            name,
            says,
            [.. breaks.Select(id => $"CreateWorkflowRun/idempotency/{id}")],
            () => Twists.Correct with { RunTokens = change(Twists.Correct.RunTokens) }
        );

    /// <summary>Tokens of definitions are remembered in another way.</summary>
    private static Mutant OfDefinitions(
        string name,
        string says,
        Func<Idempotency, Idempotency> change,
        params ImmutableArray<string> breaks
    ) =>
        Row(
            name,
            says,
            [.. breaks.Select(id => $"CreateWorkflowDefinition/idempotency/{id}")],
            () => Twists.Correct with { DefinitionTokens = change(Twists.Correct.DefinitionTokens) }
        );

    /// <summary>Only the first characters of a run's token count.</summary>
    private static Mutant LooksAtRunToken(string name, int characters) =>
        OfRuns(
            name,
            $"looks at {characters} characters of a run's token",
            t => t with { TokenOf = First(characters) },
            "whole-token-counts"
        );

    /// <summary>Only the first characters of a definition's token count.</summary>
    private static Mutant LooksAtDefinitionToken(string name, int characters) =>
        OfDefinitions(
            name,
            $"looks at {characters} characters of a definition's token",
            t => t with { TokenOf = First(characters) },
            "whole-token-counts"
        );

    private static Func<string?, string?> First(int characters) =>
        token => token?[..Math.Min(token.Length, characters)];

    /// <summary>Only so many tokens of runs are remembered, whatever they were for.</summary>
    private static Mutant RemembersTokens(string name, string says, int most) =>
        Row(
                name,
                says,
                ["CreateWorkflowRun/idempotency/replay"],
                () => Twists.Correct with { RunTokens = new() { TokenOf = Aging(most) } }
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*");

    /// <summary>A token that comes again after so many others counts as another one. Asked for one call at a time.</summary>
    private static Func<string?, string?> Aging(int most)
    {
        var remembered = new List<(string Token, int Generation)>();
        var generation = 0;
        return token =>
        {
            if (token is null)
                return null;
            var known = remembered.FindIndex(r => r.Token == token);
            if (known < 0)
            {
                remembered.Add((token, ++generation));
                if (remembered.Count > most)
                    remembered.RemoveAt(0);
                known = remembered.Count - 1;
            }
            return $"{remembered[known].Generation} {token}";
        };
    }
}
