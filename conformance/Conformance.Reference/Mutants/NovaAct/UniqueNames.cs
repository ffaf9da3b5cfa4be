using System.Collections.Concurrent;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.FakeResponses;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Names of definitions that are taken are given again.</summary>
internal static class UniqueNames
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        AcceptsTaken("AcceptsTakenNames", "", _ => true, "duplicate-name", "concurrent-duplicates"),
        AcceptsTaken(
            "AcceptsTakenNamesWithAnotherDescription",
            " when the description differs",
            call => call.Text("description") is not null,
            "duplicate-name"
        ),
        AcceptsTaken(
            "AcceptsTakenNamesWithAnotherToken",
            " when the token differs",
            call => call.Text("clientToken") is not null,
            "duplicate-name"
        ),
        Row(
                "SeesNewNamesLate",
                "notices that a name is taken only the second time",
                [
                    "CreateWorkflowDefinition/uniqueness/duplicate-name",
                    "CreateWorkflowDefinition/uniqueness/concurrent-duplicates",
                ],
                SeesNewNamesLate
            )
            .AlsoBreaking("CreateWorkflowDefinition/*"),
    ];

    /// <summary>Definitions of a name that is taken are accepted, and forgotten.</summary>
    private static Mutant AcceptsTaken(
        string name,
        string when,
        Func<NovaActCall, bool> accepts,
        params ImmutableArray<string> breaks
    ) =>
        Row(
                name,
                $"accepts a name that is taken{when}",
                [.. breaks.Select(id => $"CreateWorkflowDefinition/uniqueness/{id}")],
                () =>
                    Twists.Responding(
                        CreateDefinition,
                        (call, response) => IsTaken(response) && accepts(call) ? Active : response
                    )
            )
            .AlsoBreaking(
                "CreateWorkflowDefinition/idempotency/other-parameters/conflict",
                "CreateWorkflowDefinition/uniqueness/*"
            );

    /// <summary>The index of names lags behind: who asks a second time at once does not find the first.</summary>
    private static NovaActBehaviour SeesNewNamesLate()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return Twists.Responding(
            CreateDefinition,
            (call, response) =>
                IsTaken(response) && call.Text("name") is { } name && seen.TryAdd(name, true) ? Active : response
        );
    }
}
