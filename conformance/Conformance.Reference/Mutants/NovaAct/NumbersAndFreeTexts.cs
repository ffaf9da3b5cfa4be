using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Numbers and texts without a pattern: legal ones that are refused, and blank ones that are taken.</summary>
internal static class NumbersAndFreeTexts
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        RefusesVersion("RefusesVersionBelowOne", "a compatibilityVersion of zero", version => version < 1),
        RefusesVersion("RefusesNegativeVersion", "a negative compatibilityVersion", version => version < 0),
        RefusesVersion(
            "RefusesVersionBeyond16Bits",
            "a compatibilityVersion beyond 16 bits",
            version => version is > short.MaxValue or < short.MinValue
        ),
        TakesInvisibleVersion("TakesBlankSdkVersion", "nothing", _ => true),
        TakesInvisibleVersion("TakesWhiteSpaceAsSdkVersion", "white space", v => v.Length > 0),
        RefusesText("RefusesDescriptionBeyondAscii", Description, "letters beyond ASCII", v => v.Any(c => c > 127)),
        RefusesText(
            "RefusesDescriptionBeyond16Bits",
            Description,
            "characters beyond 16 bits",
            v => v.Any(char.IsSurrogate)
        ),
        RefusesText("RefusesDescriptionOfSeveralLines", Description, "line feeds", v => v.Contains('\n')),
        RefusesText("RefusesModelIdBeyondAscii", ModelId, "letters beyond ASCII", v => v.Any(c => c > 127)),
        RefusesText("RefusesMarkupInDescription", Description, "angle brackets", v => v.Contains('<')),
    ];

    private static Mutant RefusesVersion(string name, string what, Func<long, bool> refuses) =>
        Row(
            name,
            $"refuses {what}",
            ["CreateWorkflowRun/clientInfo.compatibilityVersion/type/accepted"],
            () =>
                Twists.Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion with
                        {
                            Check = version => refuses(version) ? "expected another number" : null,
                        },
                    }
                )
        );

    /// <summary>A version of the SDK in which nothing can be seen is taken.</summary>
    private static Mutant TakesInvisibleVersion(string name, string what, Func<string, bool> takes) =>
        Row(
            name,
            $"takes {what} as sdkVersion",
            ["CreateWorkflowRun/clientInfo.sdkVersion/notBlank/rejected"],
            () => SdkVersion.Change(m => m.Taking(takes))
        );

    /// <summary>A free text is refused for characters that it may hold.</summary>
    private static Mutant RefusesText(string name, TextMember member, string what, Func<string, bool> refuses) =>
        Row(
                name,
                $"refuses {what} in {member.Path} of {member.Operation}",
                [$"{member.Id}/type/accepted"],
                () => member.Change(m => m.Refusing(refuses))
            )
            .AlsoBreaking($"{member.Id}/*/accepted");
}
