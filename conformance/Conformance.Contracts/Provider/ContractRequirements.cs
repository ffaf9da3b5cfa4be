using System.Collections.Frozen;
using Conformance.Contracts.Interactions;
using Conformance.Contracts.Native;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider;

/// <summary>The kit's own contracts as requirements of a run.</summary>
public static class ContractRequirements
{
    /// <summary>One for each interaction of the API, as its target speaks it; ids do not depend on that.</summary>
    /// <param name="api">The API.</param>
    /// <param name="verify">Pact's verifier.</param>
    /// <param name="library">Finds Pact's native library; the one beside the program where null.</param>
    /// <param name="deadline">How long the verifier may take over each; the usual time where null.</param>
    public static IEnumerable<PlannedRequirement> Of(
        Api api,
        Verify verify,
        Func<PactLibrary>? library = null,
        VerifierDeadline? deadline = null
    )
    {
        library ??= PactLibrary.Find;
        deadline ??= VerifierDeadline.Usual;
        var interactions = InteractionCatalog.Of(api);
        // Written when the first is tested: whoever only lists them needs no native library.
        var pacts = new Lazy<FrozenDictionary<string, PactInteraction>>(() => Written(api, interactions));
        return interactions.Select(interaction => new PlannedRequirement(
            RequirementOf(interaction),
            interaction.Operation,
            test =>
                library() is PactLibrary.Missing(var reason)
                    ? Task.FromResult(Finding.Skipped(SkipReason.NotApplicable, reason))
                    : Test(interaction, pacts, verify, deadline, test)
        )
        {
            Needs = interaction.Needs,
        });
    }

    /// <summary>
    /// What a report has to say where contracts could not be verified, so that nobody takes it for more than it is; null
    /// where they could.
    /// </summary>
    /// <param name="report">What came of the run.</param>
    /// <param name="library">The library that it had.</param>
    public static string? NoteOn(RunReport report, PactLibrary library) =>
        library is PactLibrary.Missing(var reason)
        && report.Verdicts.Count(v => IsOfContracts(v.Requirement.Group)) is > 0 and var count
            ? $"This run is partial: {count} contracts were not verified. {reason}"
            : null;

    private static bool IsOfContracts(RequirementGroup group) =>
        group == RequirementGroup.Contract || group == RequirementGroup.Pact;

    private static Task<Finding> Test(
        Interaction interaction,
        Lazy<FrozenDictionary<string, PactInteraction>> pacts,
        Verify verify,
        VerifierDeadline deadline,
        TestSession test
    )
    {
        var control = interaction.Control is { } id ? pacts.Value[id] : null;
        return new ContractCheck(interaction, pacts.Value[interaction.Id], control, verify, deadline).Run(test);
    }

    private static Requirement RequirementOf(Interaction interaction) =>
        new(
            interaction.Id,
            interaction.Operation.Api,
            interaction.Operation.Id,
            RequirementGroup.Contract,
            interaction.Level,
            interaction.Sources,
            interaction.Says,
            interaction.Interpretations
        );

    /// <summary>The interactions as Pact writes them, by id.</summary>
    private static FrozenDictionary<string, PactInteraction> Written(Api api, ImmutableArray<Interaction> interactions)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-contracts-");
        try
        {
            var pact = File.ReadAllText(ContractFile.Write(api.Name, interactions, folder.FullName));
            var byDescription = PactFile.Read(pact).ToFrozenDictionary(p => p.Description);
            return interactions.ToFrozenDictionary(i => i.Id, i => byDescription[i.Description]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
