using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Numbers and texts without a pattern: legal ones that are rejected, and an empty one that is taken.</summary>
internal static class NumbersAndFreeTexts
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        RejectsVersion("RejectsVersionBelowOne", "a compatibilityVersion of zero", version => version < 1),
        RejectsVersion("RejectsNegativeVersion", "a negative compatibilityVersion", version => version < 0),
        RejectsVersion(
            "RejectsVersionBeyond16Bits",
            "a compatibilityVersion beyond 16 bits",
            version => version is > short.MaxValue or < short.MinValue
        ),
        Row(
            "TakesEmptySdkVersion",
            "takes the empty text as sdkVersion",
            [$"{SdkVersion.Id}/minLength/rejected"],
            () => SdkVersion.Change(m => m.Taking(_ => true))
        ),
        RejectsShortVersion("RejectsBlankSdkVersion", "a blank", string.IsNullOrWhiteSpace),
        RejectsShortVersion("RejectsNullAsSdkVersion", "the text null", v => v is "null" or "undefined"),
        RejectsShortVersion("TakesZeroSdkVersionForNone", "the text 0", v => v == "0"),
        RejectsText("RejectsDescriptionBeyondAscii", Description, "letters beyond ASCII", v => v.Any(c => c > 127)),
        RejectsText(
            "RejectsDescriptionBeyond16Bits",
            Description,
            "characters beyond 16 bits",
            v => v.Any(char.IsSurrogate)
        ),
        RejectsText("RejectsDescriptionOfSeveralLines", Description, "line feeds", v => v.Contains('\n')),
        RejectsText("RejectsModelIdBeyondAscii", ModelId, "letters beyond ASCII", v => v.Any(c => c > 127)),
        RejectsText("RejectsMarkupInDescription", Description, "angle brackets", v => v.Contains('<')),
    ];

    private static Mutant RejectsVersion(string name, string what, Func<long, bool> rejects) =>
        Row(
            name,
            $"rejects {what}",
            ["CreateWorkflowRun/clientInfo.compatibilityVersion/type/accepted"],
            () =>
                Twists.Run(r =>
                    r with
                    {
                        CompatibilityVersion = r.CompatibilityVersion with
                        {
                            Check = version => rejects(version) ? "expected another number" : null,
                        },
                    }
                )
        );

    /// <summary>A version of the SDK that some take for none is rejected.</summary>
    private static Mutant RejectsShortVersion(string name, string what, Func<string, bool> rejects) =>
        Row(
                name,
                $"rejects {what} as sdkVersion",
                [$"{SdkVersion.Id}/minLength/accepted"],
                () => SdkVersion.Change(m => m.Rejecting(rejects))
            )
            .AlsoBreaking($"{SdkVersion.Id}/*/accepted");

    /// <summary>A free text is rejected for characters that it may hold.</summary>
    private static Mutant RejectsText(string name, TextMember member, string what, Func<string, bool> rejects) =>
        Row(
                name,
                $"rejects {what} in {member.Path} of {member.Operation}",
                [$"{member.Id}/type/accepted"],
                () => member.Change(m => m.Rejecting(rejects))
            )
            .AlsoBreaking($"{member.Id}/*/accepted");
}
