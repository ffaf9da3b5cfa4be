using System.Collections.Immutable;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Promises about client tokens that are not kept.</summary>
internal static class Tokens
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new ForgetsRunToken(),
        new ForgetsDefinitionToken(),
        new ComparesRunTokensIgnoringCase(),
        new ComparesDefinitionTokensIgnoringCase(),
        new LooksAt33CharactersOfRunToken(),
        new LooksAt36CharactersOfRunToken(),
        new LooksAt64CharactersOfRunToken(),
        new LooksAt128CharactersOfRunToken(),
        new LooksAt255CharactersOfRunToken(),
        new LooksAt33CharactersOfDefinitionToken(),
        new LooksAt36CharactersOfDefinitionToken(),
        new LooksAt64CharactersOfDefinitionToken(),
        new LooksAt128CharactersOfDefinitionToken(),
        new LooksAt255CharactersOfDefinitionToken(),
        new ComparesTokensWithoutHyphens(),
        new RefusesRepeatedRun(),
        new RefusesRepeatedDefinition(),
        new GivesFirstRunForOtherParameters(),
        new PretendsOtherDefinition(),
        new TakesRunsWithoutTokenForTheSame(),
        new RemembersLastTokenAlone(),
        new RemembersTenTokens(),
        new ForgetsTokenInARace(),
        new ComparesBytesOfRepeatedRun(),
        new ComparesBytesOfRepeatedDefinition(),
        new StartsSecondRunBehindTheFirst(),
        new StartsSecondRunForOtherParameters(),
        new MakesSecondDefinitionForOtherParameters(),
        new TakesEqualParametersForTheSame(),
        new AnswersServerErrorToTokensAtOnce(),
    ];
}

/// <summary>Tokens of runs are remembered in another way.</summary>
internal abstract class RunTokens(
    string says,
    Func<Idempotency, Idempotency> change,
    params ImmutableArray<string> breaks
) : NovaActDefect(says, [.. breaks.Select(id => $"CreateWorkflowRun/idempotency/{id}")])
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            RunTokens = change(Twists.Correct.RunTokens),
        };
}

/// <summary>Tokens of definitions are remembered in another way.</summary>
internal abstract class DefinitionTokens(
    string says,
    Func<Idempotency, Idempotency> change,
    params ImmutableArray<string> breaks
) : NovaActDefect(says, [.. breaks.Select(id => $"CreateWorkflowDefinition/idempotency/{id}")])
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            DefinitionTokens = change(Twists.Correct.DefinitionTokens),
        };
}

internal sealed class ForgetsRunToken()
    : RunTokens(
        "forgets tokens of runs",
        t => t with { TokenOf = _ => null },
        "replay",
        "replay-starts-no-second-run",
        "concurrent-replays",
        "reordered-body-is-a-replay",
        "other-parameters/*"
    );

internal sealed class ForgetsDefinitionToken()
    : DefinitionTokens(
        "forgets tokens of definitions",
        t => t with { TokenOf = _ => null },
        "replay",
        "concurrent-replays",
        "reordered-body-is-a-replay",
        "other-parameters/*"
    );

internal sealed class ComparesRunTokensIgnoringCase()
    : RunTokens(
        "ignores the case of tokens of runs",
        t => t with { Comparer = StringComparer.OrdinalIgnoreCase },
        "token-is-case-sensitive"
    );

internal sealed class ComparesDefinitionTokensIgnoringCase()
    : DefinitionTokens(
        "ignores the case of tokens of definitions",
        t => t with { Comparer = StringComparer.OrdinalIgnoreCase },
        "token-is-case-sensitive"
    );

/// <summary>Only the first characters of a run's token count.</summary>
internal abstract class LooksAtRunToken(int characters)
    : RunTokens(
        $"looks at {characters} characters of a run's token",
        t => t with { TokenOf = token => token?[..Math.Min(token.Length, characters)] },
        "whole-token-counts"
    );

/// <summary>Only the first characters of a definition's token count.</summary>
internal abstract class LooksAtDefinitionToken(int characters)
    : DefinitionTokens(
        $"looks at {characters} characters of a definition's token",
        t => t with { TokenOf = token => token?[..Math.Min(token.Length, characters)] },
        "whole-token-counts"
    );

internal sealed class LooksAt33CharactersOfRunToken() : LooksAtRunToken(33);

internal sealed class LooksAt36CharactersOfRunToken() : LooksAtRunToken(36);

internal sealed class LooksAt64CharactersOfRunToken() : LooksAtRunToken(64);

internal sealed class LooksAt128CharactersOfRunToken() : LooksAtRunToken(128);

internal sealed class LooksAt255CharactersOfRunToken() : LooksAtRunToken(255);

internal sealed class LooksAt33CharactersOfDefinitionToken() : LooksAtDefinitionToken(33);

internal sealed class LooksAt36CharactersOfDefinitionToken() : LooksAtDefinitionToken(36);

internal sealed class LooksAt64CharactersOfDefinitionToken() : LooksAtDefinitionToken(64);

internal sealed class LooksAt128CharactersOfDefinitionToken() : LooksAtDefinitionToken(128);

internal sealed class LooksAt255CharactersOfDefinitionToken() : LooksAtDefinitionToken(255);

internal sealed class ComparesTokensWithoutHyphens()
    : RunTokens(
        "takes no notice of hyphens in tokens of runs",
        t => t with { TokenOf = token => token?.Replace("-", "", StringComparison.Ordinal) },
        "whole-token-counts"
    );
