using System.Text.Json;
using Conformance.Reference.Http;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;
using static Conformance.Reference.Mutants.NovaAct.TextMember;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Texts that are looked at in another form than they came in, or taken out of what is no text.</summary>
internal static class CarelessTexts
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Checks("TrimsBeforeCheckingName", "trims", v => v.Trim()),
        Checks("CutsAtNulBeforeCheckingName", "cuts at a NUL", v => v.Split('\0')[0]),
        Checks("ComposesBeforeCheckingName", "composes characters (NFKC)", Composed),
        Checks("UnquotesBeforeCheckingName", "takes quotes off", v => v.Trim('"', '\'')),
        Checks("TrimsSlashesBeforeCheckingName", "takes slashes off the ends", v => v.Trim('/')),
        Checks("TrimsDotsBeforeCheckingName", "takes dots off the end", v => v.TrimEnd('.')),
        Checks("DecodesPercentSignsBeforeCheckingName", "decodes percent signs", Uri.UnescapeDataString),
        Checks(
            "DropsPlusSignsBeforeCheckingName",
            "drops each plus",
            v => v.Replace("+", "", StringComparison.Ordinal)
        ),
        MeasuresTrimmed("MeasuresDescriptionTrimmed", Description).AlsoBreaking($"{Description.Id}/minLength/accepted"),
        MeasuresTrimmed("MeasuresModelIdTrimmed", ModelId).AlsoBreaking($"{ModelId.Id}/minLength/accepted"),
        TakesScalars("TakesScalarsForName", Name),
        TakesScalars("TakesScalarsForDescription", Description),
        TakesScalars("TakesScalarsForBucket", Bucket),
        TakesScalars("TakesScalarsForKeyPrefix", KeyPrefix),
        TakesScalars("TakesScalarsForDefinitionToken", DefinitionToken),
        TakesScalars("TakesScalarsForModelId", ModelId),
        TakesScalars("TakesScalarsForSdkVersion", SdkVersion),
        TakesScalars("TakesScalarsForRunToken", RunToken),
        TakesScalars("TakesScalarsForLogGroup", LogGroup),
        TakesOutOfArray("TakesNameOutOfArray", Name),
        TakesOutOfArray("TakesDescriptionOutOfArray", Description),
        TakesOutOfArray("TakesBucketOutOfArray", Bucket),
        TakesOutOfArray("TakesKeyPrefixOutOfArray", KeyPrefix),
        TakesOutOfArray("TakesDefinitionTokenOutOfArray", DefinitionToken),
        TakesOutOfArray("TakesModelIdOutOfArray", ModelId),
        TakesOutOfArray("TakesSdkVersionOutOfArray", SdkVersion),
        TakesOutOfArray("TakesRunTokenOutOfArray", RunToken),
        TakesOutOfArray("TakesLogGroupOutOfArray", LogGroup),
    ];

    /// <summary>The pattern of a name is checked on what careless code makes of the name; the name itself is kept.</summary>
    private static Mutant Checks(string name, string says, Func<string, string> change) =>
        ChecksChanged(name, Name, $"{says} before it checks", "pattern/rejected", change);

    // What the normal form KC makes of the characters that matter: without ICU, .NET leaves them as they are.
    private static string Composed(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    '\u212A' => 'K',
                    '\u017F' => 's',
                    '\u00B2' => '2',
                    >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                    _ => c,
                }
            )
        );

    private static Mutant MeasuresTrimmed(string name, TextMember member) =>
        ChecksChanged(name, member, "trims before it measures", "maxLength/rejected", v => v.Trim());

    private static Mutant ChecksChanged(
        string name,
        TextMember member,
        string says,
        string breaks,
        Func<string, string> change
    ) =>
        Row(
            name,
            $"{says} {member.Path} of {member.Operation}",
            [$"{member.Id}/{breaks}"],
            () => member.Change(m => m with { Check = text => m.Check(change(text)) })
        );

    /// <summary>Numbers and truth values become the text that says the same.</summary>
    private static Mutant TakesScalars(string name, TextMember member) =>
        Reads(
            name,
            member,
            $"takes numbers and truth values for {member.Path} of {member.Operation}",
            (json, read) =>
                json.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                    ? new(json.GetRawText(), null)
                    : read(json)
        );

    /// <summary>An array of one stands for what is in it.</summary>
    private static Mutant TakesOutOfArray(string name, TextMember member) =>
        Reads(
            name,
            member,
            $"takes {member.Path} of {member.Operation} out of an array",
            (json, read) =>
                json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 ? read(json[0]) : read(json)
        );

    private static Mutant Reads(
        string name,
        TextMember member,
        string says,
        Func<JsonElement, Func<JsonElement, ReadValue<string>>, ReadValue<string>> read
    ) =>
        Row(
            name,
            says,
            [$"{member.Id}/type/rejected"],
            () => member.Change(m => m with { Kind = json => read(json, m.Kind) })
        );
}
