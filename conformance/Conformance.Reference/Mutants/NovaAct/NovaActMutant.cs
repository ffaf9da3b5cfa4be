using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>A row of a list of mutants of Nova Act.</summary>
internal static class NovaActMutant
{
    public const NovaActOperation CreateDefinition = NovaActOperation.CreateWorkflowDefinition;

    public const NovaActOperation CreateRun = NovaActOperation.CreateWorkflowRun;

    /// <summary>Names values that exist, so that nobody takes a rejection for a value that is not known (R24).</summary>
    public const string KnownValues = """
        apis:
          nova-act:
            fixtures:
              modelId: nova-act-v1
              logGroupName: /aws/nova-act/runs
              exportConfig.s3BucketName: nova-act-exports
        """;

    /// <param name="name">Its name.</param>
    /// <param name="says">The fault, in words that follow "the target".</param>
    /// <param name="breaks">Ids of the requirements that it breaks, without the name of the API.</param>
    /// <param name="behaviour">Makes the wrong behaviour, and what that remembers.</param>
    public static Mutant Row(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<NovaActBehaviour> behaviour
    ) => new Mutant(name, "nova-act", says) { Change = right => right with { NovaAct = behaviour() } }.Breaking(breaks);
}
