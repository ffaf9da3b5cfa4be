using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Pennsieve.PennsieveTwists;
using static Conformance.Reference.Variants.Pennsieve.PennsieveVariant;

namespace Conformance.Reference.Variants.Pennsieve;

/// <summary>How much is said of a run, and of its definition.</summary>
internal static class RunReplies
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Row(
            "SaysLittleOfARun",
            "says little of a run, and reads none back",
            "D2: no response body",
            () =>
                Correct with
                {
                    WriteCreated = (writer, run) => writer.WriteString("id", run.Id),
                    Route = (method, target, options) =>
                        method == "GET"
                            ? new(null, "", new Rejection(404, "NotFound", "there is no such path"))
                            : Correct.Route(method, target, options),
                }
        ),
        Row(
            "SaysNothingOfARun",
            "says nothing of a run",
            "D2: no response body",
            () => Correct with { WriteCreated = (_, _) => { } }
        ),
        Row("CountsRunsOfADefinition", "counts the runs of a definition", "D2:47", CountsRuns),
    ];

    private static PennsieveBehaviour CountsRuns()
    {
        var reads = 0;
        return Correct with
        {
            WriteDefinition = (writer, definition) =>
            {
                Correct.WriteDefinition(writer, definition);
                writer.WriteNumber("runs", Interlocked.Increment(ref reads));
                writer.WriteString("lastTags", reads == 1 ? null : "v2");
            },
        };
    }
}
