using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Lists of which some items are looked at and others are not.</summary>
internal static class RunPositions
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChecksLayers("ChecksTheFirstLayerAlone", "looks the first layer up and mounts all", layers => layers.Take(1)),
        ChecksLayers(
            "StopsCheckingAtARepeatedLayer",
            "looks no layer up from the first one on that it has had before",
            layers =>
            {
                var had = new HashSet<string>();
                return layers.TakeWhile(had.Add);
            }
        ),
        ChecksDataSources(
            "ChecksTheFirstDataSourceAlone",
            "looks up the node of the first data source and takes all",
            entries => entries.Take(1)
        ),
        // Each complaint takes the place of the one before, and so does the absence of one.
        ChecksDataSources(
            "KeepsTheComplaintOfTheLastDataSource",
            "complains about the last data source and about no other",
            entries => entries.TakeLast(1)
        ),
    ];

    private static Mutant ChecksLayers(
        string name,
        string says,
        Func<IEnumerable<string>, IEnumerable<string>> choose
    ) =>
        Row(
            name,
            says,
            ["layers/unknown", "layers/not-ready"],
            () => Examining(asked => asked with { Layers = [.. choose(asked.Layers)] })
        );

    private static Mutant ChecksDataSources(
        string name,
        string says,
        Func<IEnumerable<string>, IEnumerable<string>> choose
    ) =>
        Row(
            name,
            says,
            ["nodes/unknown-data-source"],
            () => Examining(asked => asked with { DataSources = asked.DataSources.WithTexts(choose) })
        );
}
