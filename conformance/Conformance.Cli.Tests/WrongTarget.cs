using Conformance.Reference;
using Conformance.Reference.Mutants;

namespace Conformance.Cli.Tests;

/// <summary>Targets that are wrong in one way.</summary>
internal static class WrongTarget
{
    /// <summary>The one must-requirement that <see cref="AcceptsTooLongModelId"/> breaks.</summary>
    public const string BrokenByTooLongModelId = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";

    public static Task<RunningImplementation> AcceptsTooLongModelId() => Start("ForgetsToLimitModelId");

    public static Task<RunningImplementation> ReturnsEscapeCodes() => Start("ReturnsEscapeCodes");

    public static Task<RunningImplementation> ReturnsNoJson() => Start("ReturnsNoJson");

    private static Task<RunningImplementation> Start(string mutant) =>
        AllMutants.List.Single(m => m.Name == mutant).StartAsync(TestContext.Current.CancellationToken);
}
