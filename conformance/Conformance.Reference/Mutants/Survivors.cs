namespace Conformance.Reference.Mutants;

/// <summary>A wrong implementation that a small budget need not see through, and why.</summary>
/// <param name="Mutant">Its name.</param>
/// <param name="Profiles">The profiles that it may survive.</param>
/// <param name="Because">The reason, in one sentence.</param>
public sealed record Survivor(string Mutant, ImmutableArray<string> Profiles, string Because);

/// <summary>The wrong implementations that may survive: each with its reason, and none in the nightly profile.</summary>
public static class Survivors
{
    private static readonly ImmutableArray<string> Smoke = ["smoke"];
    private static readonly ImmutableArray<string> SmokeAndStandard = ["smoke", "standard"];

    public static readonly ImmutableArray<Survivor> List =
    [
        new("RemembersTenTokens", Smoke, "it shows after ten other tokens, and a smoke run tries fewer in between"),
        new("ReturnsBadRequestForNotFoundOnceIn20", SmokeAndStandard, "it shows at every 20th unknown definition"),
        new("AcceptsTakenNamesOnceIn20", Smoke, "it shows at every 20th name that is taken"),
        new(
            "MountsUnreadyLayersOnceIn20",
            SmokeAndStandard,
            "it shows at every 20th run that asks for a layer which is not ready"
        ),
        new("AcceptsTooLongNameOnceIn20", SmokeAndStandard, "it shows at every 20th name that is too long"),
        new("AcceptsAnyRunTokenOnceIn100", Smoke, "it shows at every 100th malformed token"),
        .. Sparing(
            "a smoke run sends a third of the octets that are illegal in a path",
            "TrimsNameInPath",
            "CutsNameInPathAtNul",
            "DecodesPlusInPathAsSpace"
        ),
        .. Sparing(
            "a smoke run tries a third of the parameters that differ under one token, and of what comes before a repeat",
            "ComparesDescriptionsWithoutTheirCase",
            "ComparesExportConfigAsText",
            "ForgetsRunTokensAtARejection",
            "ForgetsDefinitionTokenOnceARunIsStarted"
        ),
        .. Sparing(
            "a smoke run reads back one text of each kind and size in nine",
            "CutsResponsesBehind4096Bytes",
            "ComposesLettersOfDescriptions"
        ),
        .. Sparing(
            "a smoke run goes far beyond a limit once, at 64 KiB, and tries one number beyond its range",
            "FailsAtNamesInPathBeyond255",
            "FailsOnFlowsOf8Kilobytes",
            "BreaksAtLayersBeyond32K",
            "FailsAtIntegerBeyond64Bits"
        ),
        .. Sparing("a smoke run provokes each error once", "TellsUnknownAliasesWithoutName"),
        .. Sparing(
            "it shows in one mode of a run, and a smoke run tries half of the cases in each",
            "StopsCheckingAtARepeatedLayer",
            "TagsTheDefinitionInFindOrCreate",
            "ShowsCanceledRunsAsUnderWay",
            "RunsWhatItRejectsForItsTags",
            "KeepsLabelsOnAConnection"
        ),
    ];

    private static IEnumerable<Survivor> Sparing(string because, params ImmutableArray<string> mutants) =>
        mutants.Select(mutant => new Survivor(mutant, Smoke, because));

    /// <summary>Why this one may survive this profile; null where it may not.</summary>
    public static string? Excuse(string mutant, string profile) =>
        List.FirstOrDefault(s => s.Mutant == mutant && s.Profiles.Contains(profile))?.Because;
}
