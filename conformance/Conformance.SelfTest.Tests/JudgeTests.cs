using Conformance.Engine.Planning;
using Conformance.Reference.Mutants;
using Conformance.Reference.Variants;
using Conformance.Reports;
using Conformance.Reports.SelfTest;

namespace Conformance.SelfTest.Tests;

/// <summary>A few implementations of each API, judged to the end; the command judges all of them.</summary>
public sealed class JudgeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("FallsSilentWhenFailing")]
    [InlineData("AcceptsTooLongModelId")]
    [InlineData("AcceptsUnsignedRequests")]
    [InlineData("ForgetsRunToken")]
    [InlineData("FlipsBitInChecksum")]
    [InlineData("CallsEveryEndASuccess")]
    public async Task AMutantIsKilledByAllThatItBreaksAndByNothingElse(string name)
    {
        var mutant = AllMutants.List.Single(m => m.Name == name);
        var trial = MutantTrials.Of(mutant, 1, await Judges.OfAll.Of(mutant, null, Cancel));
        Assert.Equal((Fate.Killed, null), (trial.Fate, trial.KitFault));
    }

    [Fact]
    public async Task AKilledMutantDoesNotHideThatTheKitFailed()
    {
        var mutant = AllMutants.List.Single(m => m.Name == "AcceptsTooLongModelId");
        var judgement = await Judges.OfAll.Of(mutant, null, Cancel) with { KitFaults = ["cleaning up: of the kit"] };
        Assert.Contains("cleaning up", MutantTrials.Of(mutant, 1, judgement).KitFault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CountsBytes")]
    [InlineData("RejectsWithUnprocessable")]
    [InlineData("StreamsOverHttp2")]
    public async Task AVariantIsNotAccused(string name)
    {
        var variant = AllVariants.List.Single(v => v.Name == name);
        var trial = VariantTrials.Of(variant, 1, await Judges.OfAll.Of(variant, null, Cancel));
        Assert.Empty(trial.Accusations);
        Assert.Equal((ConclusionKind.Conformant, null), (trial.Conclusion, trial.Doubt));
    }

    [Fact]
    public async Task ARunEndsOnceEnoughHasFailed()
    {
        var mutant = AllMutants.List.Single(m => m.Name == "AcceptsTooLongModelId");
        var whole = await Judges.OfAll.Of(mutant, OneAfterTheOther, Cancel);
        var cut = await Judges.OfAll.Of(
            mutant,
            OneAfterTheOther,
            failed => MutantTrials.Unnoticed(mutant, failed).IsEmpty,
            Cancel
        );
        Assert.True(
            cut.Report.Requests < whole.Report.Requests / 2,
            $"{cut.Report.Requests} of {whole.Report.Requests} requests"
        );
        Assert.Equal(whole.Failures[0].AfterRequests, cut.Failures[0].AfterRequests);
    }

    [Fact]
    public async Task FailuresComeInTheOrderInWhichTheyShowed()
    {
        var mutant = AllMutants.List.Single(m => m.Name == "ReturnsBadRequestForNotFound");
        var judgement = await Judges.OfAll.Of(mutant, OneAfterTheOther, Cancel);
        Assert.True(judgement.Failures.Length > 1);
        Assert.Equal(judgement.Failures.OrderBy(f => f.AfterRequests), judgement.Failures);
    }

    [Fact]
    public async Task WhoeverIsCancelledGetsNoJudgement()
    {
        using var cancel = new CancellationTokenSource();
        var mutant = AllMutants.List.Single(m => m.Name == "AcceptsTooLongModelId");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Judges.OfAll.Of(
                mutant,
                null,
                _ =>
                {
                    cancel.Cancel();
                    return false;
                },
                cancel.Token
            )
        );
    }

    private static Engine.Running.RunOptions OneAfterTheOther(Engine.Running.RunOptions options) =>
        options with
        {
            Parallelism = 1,
            Selection = Selection.All with { Apis = ["nova-act"], Operations = ["CreateWorkflowRun"] },
        };
}
