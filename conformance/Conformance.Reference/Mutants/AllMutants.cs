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
        .. From("NovaAct/MissingMembers", Mutants.NovaAct.MissingMembers.Rows),
        .. From("NovaAct/DemandedMembers", Mutants.NovaAct.DemandedMembers.Rows),
        .. From("NovaAct/MistakenTypes", Mutants.NovaAct.MistakenTypes.Rows),
        .. From("NovaAct/NumbersAndFreeTexts", Mutants.NovaAct.NumbersAndFreeTexts.Rows),
        .. From("NovaAct/TextLengths", Mutants.NovaAct.TextLengths.Rows),
        .. From("NovaAct/PatternAnchors", Mutants.NovaAct.PatternAnchors.Rows),
        .. From("NovaAct/WideAlphabets", Mutants.NovaAct.WideAlphabets.Rows),
        .. From("NovaAct/NarrowAlphabets", Mutants.NovaAct.NarrowAlphabets.Rows),
        .. From("NovaAct/CarelessTexts", Mutants.NovaAct.CarelessTexts.Rows),
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
