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
        .. Old(Bodies.All),
        .. From("NovaAct/Uris", Mutants.NovaAct.Uris.Rows),
        .. Old(Answers.All),
        .. Old(ErrorStatuses.All),
        .. Old(ErrorMembers.All),
        .. Old(Tokens.All),
        .. Old(Existence.All),
        .. Old(Identity.All),
        .. Old(ServerFaults.All),
        .. Old(Rarely.All),
        // Bedrock: InvokeFlow
        .. Old(Defects.BedrockFlows.FlowDefects.All),
        // Pennsieve
        .. From("Pennsieve/RunModes", Pennsieve.RunModes.Rows),
        .. From("Pennsieve/RunContent", Pennsieve.RunContent.Rows),
        .. From("Pennsieve/RunMemberTypes", Pennsieve.RunMemberTypes.Rows),
        .. From("Pennsieve/RunMemberDemands", Pennsieve.RunMemberDemands.Rows),
        .. From("Pennsieve/RunWebhooks", Pennsieve.RunWebhooks.Rows),
        .. From("Pennsieve/WebhookContexts", Pennsieve.WebhookContexts.Rows),
        .. From("Pennsieve/WebhookSignatures", Pennsieve.WebhookSignatures.Rows),
        .. From("Pennsieve/RunBodies", Pennsieve.RunBodies.Rows),
        .. From("Pennsieve/RunResponses", Pennsieve.RunResponses.Rows),
        .. From("Pennsieve/RareRuns", Pennsieve.RareRuns.Rows),
    ];

    private static IEnumerable<Mutant> From(string file, ImmutableArray<Mutant> rows) =>
        rows.Select(row => row with { File = $"Mutants/{file}.cs" });

    private static IEnumerable<Mutant> Old(ImmutableArray<OldDefect> defects) => defects.Select(d => d.ToRow());
}
