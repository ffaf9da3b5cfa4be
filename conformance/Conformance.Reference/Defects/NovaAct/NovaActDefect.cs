using System.Collections.Immutable;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>A wrong implementation of Nova Act.</summary>
/// <param name="says">The lie, in words that follow "the target".</param>
/// <param name="breaks">Ids of the requirements that it breaks, without the name of the API.</param>
internal abstract class NovaActDefect(string says, params ImmutableArray<string> breaks)
    : OldDefect("nova-act", says, breaks)
{
    protected const NovaActOperation CreateDefinition = NovaActOperation.CreateWorkflowDefinition;

    protected const NovaActOperation CreateRun = NovaActOperation.CreateWorkflowRun;

    /// <summary>Names values that exist, so that nobody takes a refusal for a value that is not known (reading R24).</summary>
    protected const string KnownValues = """
        apis:
          nova-act:
            fixtures:
              modelId: nova-act-v1
              logGroupName: /aws/nova-act/runs
              exportConfig.s3BucketName: nova-act-exports
        """;

    public sealed override ReferenceOptions Apply(ReferenceOptions right) => Around(right) with { NovaAct = Twist() };

    /// <summary>The wrong behaviour; what it remembers is made here.</summary>
    protected abstract NovaActBehaviour Twist();

    /// <summary>What else has to be different for the lie to show; nothing as a rule.</summary>
    protected virtual ReferenceOptions Around(ReferenceOptions right) => right;
}
