using Conformance.Apis;
using Conformance.XUnit.Tests.Targets;

namespace Conformance.XUnit.Tests;

/// <summary>What a runner is told of targets that are wrong, absent or unwilling.</summary>
public sealed class ConformanceTestsTests
{
    private const string Decides = "the run decides";

    [Fact]
    public async Task AMustThatIsNotMetFailsItsRowAndNoOther()
    {
        var told = await XunitRun.Of<AcceptsTooLongNameConforms>();
        Assert.Equal(
            [
                (AcceptsTooLongName.Credentials, Ended.Skipped),
                (AcceptsTooLongName.TooLong, Ended.FailedAssertion),
                (AcceptsTooLongName.TooShort, Ended.Passed),
                (AcceptsTooLongName.RequestId, Ended.Passed),
                (Decides, Ended.Passed),
            ],
            told.Select(row => (row.Name, row.How))
        );
    }

    [Fact]
    public async Task AFailedRowSaysTheDutyItsSourceWhatCameAndHowToSeeItAgain()
    {
        var failed = (await XunitRun.Of<AcceptsTooLongNameConforms>()).Single(row => row.How == Ended.FailedAssertion);
        var lines = failed.Text.Split('\n');
        Assert.StartsWith("must: name of more than 40 characters", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("  source: D0:", StringComparison.Ordinal));
        Assert.Contains(
            lines,
            line => line.StartsWith("  expected: 400 ValidationException", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.StartsWith("  actual: 201", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  case: name: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  smallest value: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("  curl: curl ", StringComparison.Ordinal));
        Assert.Contains($"  repeat: dotnet test --filter 'DisplayName={AcceptsTooLongName.TooLong}'", lines);
        var command = lines.Single(line => line.StartsWith("  or: ./run-conformance.sh ", StringComparison.Ordinal));
        Assert.Contains(
            $"--only '{AcceptsTooLongName.TooLong}' --profile smoke --seed 7",
            command,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AShouldThatIsNotMetPassesWithAWarning()
    {
        var told = await XunitRun.Of<AcceptsTooLongNameConforms>();
        var warned = Assert.Single(told, row => !row.Warnings.IsEmpty);
        Assert.Equal((AcceptsTooLongName.RequestId, Ended.Passed), (warned.Name, warned.How));
        Assert.Contains("x-amzn-RequestId", Assert.Single(warned.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AShouldThatIsNotMetFailsWhereTheTargetIsJudgedStrictly()
    {
        var told = await XunitRun.Of<AcceptsTooLongNameConformsStrictly>();
        Assert.Equal(Ended.FailedAssertion, told.Single(row => row.Name == AcceptsTooLongName.RequestId).How);
    }

    [Fact]
    public async Task ASkippedRowSaysWhy()
    {
        var told = await XunitRun.Of<AcceptsTooLongNameConforms>();
        var skipped = told.Single(row => row.How == Ended.Skipped);
        Assert.StartsWith(
            "Not applicable: the configuration names no credentials",
            skipped.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ATargetThatRejectsEverythingIsInconclusiveAndTheRunSaysSo()
    {
        var told = await XunitRun.Of<RejectsEverythingConforms>();
        var skipped = told.Single(row => row.Name == AcceptsTooLongName.TooLong);
        Assert.Equal(Ended.Skipped, skipped.How);
        Assert.EndsWith("(so the run decides nothing unless a row fails)", skipped.Text, StringComparison.Ordinal);
        var run = told.Single(row => row.Name == Decides);
        Assert.Equal(Ended.FailedOtherwise, run.How);
        Assert.Contains("expected a run that decides", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunInWhichAllIsUnsupportedShowsNothingAndSaysSo()
    {
        var told = await XunitRun.Of<LacksTheOperationConforms>();
        Assert.StartsWith(
            "Unsupported: ",
            told.Single(row => row.Name == AcceptsTooLongName.TooLong).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(Ended.FailedOtherwise, told.Single(row => row.Name == Decides).How);
    }

    [Fact]
    public async Task NothingThatATargetSendsReachesTheTerminalAsItIs()
    {
        var told = await XunitRun.Of<TurnsTheDirectionRoundConforms>();
        var failed = told.Single(row => row.How == Ended.FailedAssertion);
        Assert.Contains("⟨U+202E⟩evil", failed.Text, StringComparison.Ordinal);
        Assert.All(failed.Text, character => Assert.False(character is '\u202E' or '\u001B'));
    }

    [Fact]
    public async Task ATargetThatDoesNotStartFailsEveryRowWithItsReason()
    {
        var told = await XunitRun.Of<DoesNotStartConforms>();
        Assert.Equal(RowsOfEverything() + 1, told.Count);
        Assert.All(told, row => Assert.Equal(Ended.FailedOtherwise, row.How));
        Assert.All(told, row => Assert.Contains("the port is taken", row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANameThatNothingHasFailsInsteadOfTestingNothing()
    {
        var told = await XunitRun.Of<NamesNothingConforms>();
        Assert.Equal(2, told.Count);
        Assert.All(told, row => Assert.Equal(Ended.FailedOtherwise, row.How));
        Assert.Contains(
            "Operations of the target names 'CreateWorkflowDefinitions'; expected one of InvokeFlow,",
            told.Single(row => row.Name == Decides).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EveryRowIsListedEvenByRunnersThatListTheoriesAsAWhole()
    {
        var cases = await XunitRun.List<DoesNotStartConforms>();
        Assert.Equal(RowsOfEverything() + 1, cases.Count);
        var row = cases.Single(@case => @case.TestCaseDisplayName == AcceptsTooLongName.TooLong);
        Assert.Equal("must", Assert.Single(row.Traits["level"]));
        Assert.Equal("nova-act", Assert.Single(row.Traits["api"]));
        Assert.Equal("CreateWorkflowDefinition", Assert.Single(row.Traits["operation"]));
        Assert.Equal("length", Assert.Single(row.Traits["group"]));
        Assert.Equal(
            "must",
            Assert.Single(cases.Single(@case => @case.TestCaseDisplayName == Decides).Traits["level"])
        );
    }

    private static int RowsOfEverything() => Catalog.Load().Sum(api => api.Requirements.Length);
}
