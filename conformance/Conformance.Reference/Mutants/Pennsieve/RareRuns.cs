using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Faults that show once in many runs.</summary>
internal static class RareRuns
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row("BreaksOnceIn20", "breaks down once in 20", ["robustness/no-server-error"], Breaks)
            .ShowingOnceIn(20)
            .AlsoBreaking("*"),
        Row(
                "MountsUnreadyLayersOnceIn20",
                "mounts layers that are not ready once in 20",
                ["layers/not-ready"],
                MountsUnreadyLayers
            )
            .ShowingOnceIn(20),
    ];

    private static PennsieveBehaviour Breaks()
    {
        var every = new EveryNth(20);
        return Correct with
        {
            Handle = call =>
                call.Operation == PennsieveOperation.CreateWorkflowRun && every.Comes()
                    ? throw new InvalidOperationException()
                    : Correct.Handle(call),
        };
    }

    private static PennsieveBehaviour MountsUnreadyLayers()
    {
        var every = new EveryNth(20);
        return Correct with
        {
            MountLayer = (layer, status) =>
                status is not null and not LayerStatus.Ready && every.Comes()
                    ? null
                    : Correct.MountLayer(layer, status),
        };
    }
}
