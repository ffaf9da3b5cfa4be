using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Configurations that are taken for the same one where they differ, or for others where they do not.</summary>
internal static class InstanceEquality
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
            "FindsInstancesByTheTextOfTheirConfiguration",
            "finds instances by the text of their configuration, so that the order of its members counts",
            ["modes/find-or-create-same-instance"],
            () => FindingBy(configuration => configuration.GetRawText())
        ),
        Row(
                "FindsInstancesWithoutWhatIsNested",
                "finds instances by the members of their configuration that hold neither objects nor arrays",
                ["modes/another-configuration"],
                () => FindingBy(WithoutNesting)
            )
            .AlsoBreaking("modes/*"),
        Row(
                "MakesAnInstanceForEachWhoComesAtOnce",
                "makes an instance of its own for each of two who come with one configuration at once",
                ["modes/find-or-create-same-instance"],
                TakesOutWhatIsInUse
            )
            .AlsoBreaking("concurrency/*"),
    ];

    private static string WithoutNesting(JsonElement configuration) =>
        string.Join(
            ',',
            configuration
                .EnumerateObject()
                .Where(m => m.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                .Select(m => $"{m.Name}={m.Value}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>
    /// An instance is out of the list while the time of its last use is written, so that who comes meanwhile does not find
    /// it.
    /// </summary>
    private static PennsieveBehaviour TakesOutWhatIsInUse()
    {
        var meeting = new Meeting();
        return Correct with
        {
            LooksForInstance = configuration =>
                !meeting.Meets(string.Join(',', configuration.Texts().Order(StringComparer.Ordinal))),
        };
    }
}
