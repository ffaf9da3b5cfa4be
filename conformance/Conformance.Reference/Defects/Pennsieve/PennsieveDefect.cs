using System.Collections.Immutable;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>A wrong implementation of Pennsieve's workflow runs.</summary>
/// <param name="says">The lie, in words that follow "the target".</param>
/// <param name="breaks">Ids of the requirements that it breaks, without the names of the API and the operation.</param>
internal abstract class PennsieveDefect(string says, params ImmutableArray<string> breaks)
    : OldDefect("pennsieve", says, [.. breaks.Select(InOperation)])
{
    /// <summary>Where something is waited for in vain, the configuration says for how long.</summary>
    protected static readonly string WaitsShortly = Waits("3");

    /// <summary>The same where nothing ever comes, so that nothing is missed either.</summary>
    protected static readonly string HardlyWaits = Waits("0.3");

    protected sealed override ImmutableArray<string> AlsoBreaks => [.. AlsoBreaksOfRun.Select(InOperation)];

    /// <summary>What it may break beside, without the names of the API and the operation.</summary>
    protected virtual ImmutableArray<string> AlsoBreaksOfRun => [];

    public sealed override ReferenceOptions Apply(ReferenceOptions right) => Around(right) with { Pennsieve = Twist() };

    /// <summary>The wrong behaviour; what it remembers is made here.</summary>
    protected abstract PennsieveBehaviour Twist();

    /// <summary>What else has to be different for the lie to show; nothing as a rule.</summary>
    protected virtual ReferenceOptions Around(ReferenceOptions right) => right;

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

    private static string InOperation(string id) => $"CreateWorkflowRun/{id}";
}
