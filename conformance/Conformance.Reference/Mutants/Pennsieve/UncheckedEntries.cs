using System.Text.Json;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Layers and data sources that slip through, because of where they stand, or what stands beside them.</summary>
internal static class UncheckedEntries
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        // Each rejection takes the place of the one before, and so does the absence of one.
        Row(
            "KeepsTheRejectionOfTheLastLayer",
            "rejects the last layer and no other",
            ["layers/unknown", "layers/not-ready"],
            () => Examining(asked => asked with { Layers = [.. asked.Layers.TakeLast(1)] })
        ),
        Row(
            "ChecksNoDataSourceBetweenTheEnds",
            "looks up the nodes of the first and the last data source and takes all",
            ["nodes/unknown-data-source"],
            () => Examining(asked => asked with { DataSources = asked.DataSources.WithTexts(Ends) })
        ),
        Row(
            "ChecksNoDataSourcesBesideTargets",
            "looks no node of a data source up where data targets are given",
            ["nodes/unknown-data-source"],
            () =>
                Examining(asked =>
                    asked.DataTargets.ValueKind == JsonValueKind.Object ? asked with { DataSources = default } : asked
                )
        ),
    ];

    private static IEnumerable<string> Ends(IEnumerable<string> entries) =>
        entries.ToArray() is [var first, .., var last] ? [first, last] : entries;
}
