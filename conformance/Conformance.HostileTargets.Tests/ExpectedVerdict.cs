namespace Conformance.HostileTargets.Tests;

/// <summary>What the kit has to say of a target.</summary>
/// <param name="ExitCodes">The exit codes that are right; more than one where chance or time decides.</param>
/// <param name="Accuses">
/// Globs over ids, without the API's name, of what may be held against the target; whatever else fails is a wrong
/// accusation.
/// </param>
/// <param name="Because">Words that the conclusion has to hold, or nothing.</param>
internal sealed record ExpectedVerdict(ImmutableArray<int> ExitCodes, ImmutableArray<string> Accuses, string Because)
{
    /// <summary>The twist is legal, or none of the kit's business: nothing is held against the target.</summary>
    public static ExpectedVerdict Conformant { get; } = new([0], [], "");

    /// <summary>At least one of these fails, and nothing else.</summary>
    public static ExpectedVerdict Accused(params ImmutableArray<string> globs) => new([1], globs, "");

    /// <summary>Recommendations of these may fail, which leaves the target conformant, and nothing else.</summary>
    public static ExpectedVerdict Warned(params ImmutableArray<string> globs) => new([0], globs, "");

    /// <summary>The same, or what is wrong is not looked at long enough to be held against the target.</summary>
    public static ExpectedVerdict WarnedOrInconclusive(params ImmutableArray<string> globs) => new([0, 3], globs, "");

    /// <summary>Nothing is held against the target, and the conclusion says why nothing is decided.</summary>
    public static ExpectedVerdict Inconclusive(string because) => new([3], [], because);

    /// <summary>What is lost may or may not be had when it is asked for again: no accusation in either case.</summary>
    public static ExpectedVerdict NotAccused { get; } = new([0, 3], [], "");

    /// <summary>Both can be defended: that it fails, and that it can't be judged.</summary>
    public static ExpectedVerdict AccusedOrInconclusive(params ImmutableArray<string> globs) => new([1, 3], globs, "");

    /// <summary>Leniency, accusation and doubt can all be defended: it is only about what else happens.</summary>
    public static ExpectedVerdict Whatever(params ImmutableArray<string> globs) => new([0, 1, 3], globs, "");

    /// <summary>What an exit code says.</summary>
    public static string Word(int exitCode) =>
        exitCode switch
        {
            0 => "conformant",
            1 => "not conformant",
            3 => "inconclusive",
            _ => $"exit code {exitCode}",
        };

    /// <summary>Whether this is one of the verdicts that are right.</summary>
    public bool Includes(string word) => ExitCodes.Any(code => Word(code) == word);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" or ", ExitCodes.Select(Word));
}
