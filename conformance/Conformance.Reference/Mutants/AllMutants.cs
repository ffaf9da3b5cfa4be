using System.Collections.Immutable;
using Conformance.Reference.Defects;
using Conformance.Reference.Defects.NovaAct;

namespace Conformance.Reference.Mutants;

/// <summary>Every wrong implementation, by API and subject: the one place where their lists stand together.</summary>
public static class AllMutants
{
    public static readonly ImmutableArray<Mutant> List =
    [
        // Nova Act: constraints
        .. Old(Presence.All),
        .. Old(Types.All),
        .. Old(Numbers.All),
        .. Old(Lengths.All),
        .. Old(Anchors.All),
        .. Old(Alphabets.All),
        .. Old(NarrowAlphabets.All),
        // Nova Act: behaviours
        .. From("NovaAct/JsonBodies", Mutants.NovaAct.JsonBodies.Rows),
        .. From("NovaAct/Uris", Mutants.NovaAct.Uris.Rows),
        .. From("NovaAct/SuccessResponses", Mutants.NovaAct.SuccessResponses.Rows),
        .. From("NovaAct/EveryResponse", Mutants.NovaAct.EveryResponse.Rows),
        .. From("NovaAct/ErrorStatuses", Mutants.NovaAct.ErrorStatuses.Rows),
        .. From("NovaAct/ErrorBodies", Mutants.NovaAct.ErrorBodies.Rows),
        .. From("NovaAct/ErrorMembers", Mutants.NovaAct.ErrorMembers.Rows),
        .. From("NovaAct/ClientTokens", Mutants.NovaAct.ClientTokens.Rows),
        .. From("NovaAct/RepeatedRequests", Mutants.NovaAct.RepeatedRequests.Rows),
        .. From("NovaAct/Races", Mutants.NovaAct.Races.Rows),
        .. From("NovaAct/UniqueNames", Mutants.NovaAct.UniqueNames.Rows),
        .. From("NovaAct/Existence", Mutants.NovaAct.Existence.Rows),
        .. From("NovaAct/ReadBack", Mutants.NovaAct.ReadBack.Rows),
        .. From("NovaAct/ServerFaults", Mutants.NovaAct.ServerFaults.Rows),
        .. From("NovaAct/UnsignedRequests", Mutants.NovaAct.UnsignedRequests.Rows),
        .. From("NovaAct/RareResponses", Mutants.NovaAct.RareResponses.Rows),
        .. From("NovaAct/RareFaults", Mutants.NovaAct.RareFaults.Rows),
        // Bedrock: InvokeFlow
        .. Old(Defects.BedrockFlows.FlowDefects.All),
        // Pennsieve
        .. Old(Defects.Pennsieve.PennsieveDefects.All),
    ];

    private static IEnumerable<Mutant> From(string file, ImmutableArray<Mutant> rows) =>
        rows.Select(row => row with { File = $"Mutants/{file}.cs" });

    private static IEnumerable<Mutant> Old(ImmutableArray<OldDefect> defects) => defects.Select(d => d.ToRow());
}
