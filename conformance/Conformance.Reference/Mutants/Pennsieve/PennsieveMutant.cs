using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>A row of a list of mutants of Pennsieve's workflow runs.</summary>
internal static class PennsieveMutant
{
    private const string Api = "pennsieve";

    /// <summary>Where something is waited for in vain, the configuration says for how long.</summary>
    public static readonly string WaitsShortly = Waits("5");

    /// <summary>The same where nothing ever comes, so that nothing is missed either.</summary>
    public static readonly string HardlyWaits = Waits("0.5");

    /// <param name="name">Its name.</param>
    /// <param name="says">The fault, in words that follow "the target".</param>
    /// <param name="breaks">Ids of the requirements that it breaks, without the names of the API and the operation.</param>
    /// <param name="behaviour">Makes the wrong behaviour, and what that remembers.</param>
    public static Mutant Row(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<PennsieveBehaviour> behaviour
    ) =>
        new Mutant(name, Api, says)
        {
            Scope = $"{Api}/CreateWorkflowRun",
            Change = right => right with { Pennsieve = behaviour() },
        }.Breaking(breaks);

    /// <summary>The same with runs that end at once, so that the shortest wait sees their end.</summary>
    public static Mutant EndingRunsAtOnce(this Mutant mutant) =>
        mutant with
        {
            Change = right =>
                mutant.Change(
                    right with
                    {
                        PennsieveOptions = right.PennsieveOptions with { RunDelay = TimeSpan.Zero },
                    }
                ),
        };

    /// <summary>The same with runs that end so late that others begin meanwhile.</summary>
    public static Mutant EndingRunsAfter(this Mutant mutant, double seconds) =>
        mutant.SetUp(right => right with { RunDelay = TimeSpan.FromSeconds(seconds) });

    private static string Waits(string seconds) =>
        $$"""
            apis:
              pennsieve:
                webhook:
                  deadlineSeconds: {{seconds}}
                  signature:
                    region: us-east-1
                    accessKeyId: { env: REFERENCE_CALLBACK_KEY_ID }
                    secretAccessKey: { env: REFERENCE_CALLBACK_SECRET }
            """;
}
