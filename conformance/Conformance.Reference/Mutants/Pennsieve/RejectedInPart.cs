using System.Text.Json;
using static Conformance.Reference.Mutants.Pennsieve.PennsieveMutant;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>Requests whose rejection comes from a step behind the one that stores the run.</summary>
internal static class RejectedInPart
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Starts(
            "RunsWhatItRejectsForItsTags",
            "rejects tags of another type once it has started the run",
            rejected => rejected.IsFor("tags")
        ),
        Starts(
            "RunsWhatItRejectsForBothModes",
            "rejects an instance beside a configuration once it has started the run",
            rejected =>
                rejected
                    is {
                        Wrong.IsEmpty: true,
                        Asked: { InstanceId: not null, Configuration.ValueKind: JsonValueKind.Object }
                    }
        ),
    ];

    private static Mutant Starts(string name, string says, Func<RejectedRun, bool> starts) =>
        Row(name, says, ["webhook/none-for-a-rejected-run"], () => RejectedRun.Starting(starts))
            .AlsoBreaking("webhook/*", "state/*");
}
