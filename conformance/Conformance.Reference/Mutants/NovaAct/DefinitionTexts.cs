using System.Text;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Names and descriptions of definitions in which some characters become others, or count as nothing.</summary>
internal static class DefinitionTexts
{
    private const string Letters = "AEIOUaeiou";
    private const string WithAcute = "ÁÉÍÓÚáéíóú";
    private const string WithDiaeresis = "ÄËÏÖÜäëïöü";

    public static readonly ImmutableArray<Mutant> Rows =
    [
        ShownNames.Shows(
            "ShowsUnderscoresInNamesAsHyphens",
            "shows a definition under its name with hyphens in place of underscores",
            CreateDefinition,
            NovaActOperation.GetWorkflowDefinition,
            "names-what-was-asked-for",
            "name",
            name => name.Replace('_', '-')
        ),
        ShownNames.Shows(
            "ComposesLettersOfDescriptions",
            "shows letters and their accents in descriptions as one character",
            CreateDefinition,
            NovaActOperation.GetWorkflowDefinition,
            "get-shows-what-was-created",
            "description",
            Composed
        ),
        ResponseTexts.ShowsDefinitions(
            "WritesDefinitionsInLatin1",
            "writes the definitions that it shows in Latin-1",
            text => Encoding.Latin1.GetBytes(text)
        ),
        Row(
                "RejectsBlankDescriptions",
                "rejects descriptions of white space alone",
                ["CreateWorkflowDefinition/description/*/accepted"],
                () => TextMember.Description.Change(m => m.Rejecting(string.IsNullOrWhiteSpace))
            )
            .AlsoBreaking("CreateWorkflowDefinition/description/*"),
        Lookups.FindsInstead(
            "TakesUnderscoresForAnyCharacter",
            "takes an underscore in the name of what does not exist for any character",
            (name, asked) =>
                name.Length == asked.Length
                && asked.Zip(name).All(pair => pair.First is '_' || pair.First == pair.Second)
        ),
    ];

    // What the normal form C makes of the letters that matter: without ICU, .NET leaves the others as they are.
    private static string Composed(string text)
    {
        var composed = new StringBuilder();
        foreach (var c in text)
        {
            var accented = c switch
            {
                '\u0301' => WithAcute,
                '\u0308' => WithDiaeresis,
                _ => null,
            };
            var letter = composed.Length > 0 ? Letters.IndexOf(composed[^1]) : -1;
            if (accented is null || letter < 0)
                composed.Append(c);
            else
                composed[^1] = accented[letter];
        }
        return composed.ToString();
    }
}
