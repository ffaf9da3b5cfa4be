using Conformance.Engine.Configuration;
using Conformance.Engine.Requests;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>Whatever a test does becomes a verdict; what the kit does wrong is never the target's fault.</summary>
public sealed class RequirementCheckTests : IDisposable
{
    private readonly ScriptedTarget target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);

    public void Dispose() => target.Dispose();

    public static TheoryData<string, Func<Exception>> Faults =>
        new()
        {
            { "a format", () => new FormatException("of the kit") },
            { "an argument", () => new ArgumentException("of the kit") },
            { "an operation", () => new InvalidOperationException("of the kit") },
            { "a time-out of its own", () => new TaskCanceledException("of the kit") },
            { "an assertion", () => new Xunit.Sdk.XunitException("of the kit") },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AnExceptionOfTheKitIsErroredAndNeverFailed(string says, Func<Exception> fault)
    {
        var verdict = (await Judge(_ => throw fault())).Verdict;
        Assert.True(verdict.Outcome == Outcome.Errored, says);
        Assert.Contains("of the kit", verdict.Reason, StringComparison.Ordinal);
        Assert.Null(verdict.Evidence);
    }

    [Fact]
    public async Task SoIsOneInTheMiddleOfAFailure()
    {
        var result = await Judge(async test =>
        {
            await Send(test);
            test.NoteFailure();
            throw new NotSupportedException("of the kit");
        });
        Assert.Equal((Outcome.Errored, 1), (result.Verdict.Outcome, result.Verdict.Requests));
        Assert.Null(result.FailedAfterRequests);
    }

    [Theory]
    [InlineData(SkipReason.NotIsolated)]
    [InlineData(SkipReason.MissingFixture)]
    [InlineData(SkipReason.Unsupported)]
    [InlineData(SkipReason.NotApplicable)]
    public async Task WhatCanNotBeArrangedIsSkippedForThatReason(SkipReason skip)
    {
        var verdict = (await Judge(_ => throw new CannotArrangeException(skip, "it can't"))).Verdict;
        Assert.Equal((Outcome.Skipped, skip, "it can't"), (verdict.Outcome, verdict.Skip, verdict.Reason));
    }

    [Fact]
    public async Task ACancelledRunEndsInsteadOfBeingJudged()
    {
        using var cancel = new CancellationTokenSource();
        var planned = Planned(async test =>
        {
            await cancel.CancelAsync();
            await Send(test);
            return Finding.Passed(1);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Test().Judge(planned, cancel.Token));
    }

    [Theory]
    [InlineData("Put", true)]
    [InlineData("put", true)]
    [InlineData("sample/Put/it/*", true)]
    [InlineData("sample/Put/other/*", false)]
    [InlineData("Other", false)]
    public async Task WhatTheConfigurationDeclaresMissingIsNotTried(string unsupported, bool isSkipped)
    {
        var session = Session() with { Unsupported = new UnsupportedOperations([unsupported]) };
        var verdict = (await Judge(Pass, session)).Verdict;
        Assert.Equal(isSkipped ? SkipReason.Unsupported : null, verdict.Skip);
        Assert.Equal(isSkipped, target.Requests.IsEmpty);
    }

    [Theory]
    [InlineData("one", false)]
    [InlineData("both", true)]
    public async Task WithoutAFixtureThatItNeedsItIsNotTried(string given, bool isTried)
    {
        (string, string)[] fixtures = given == "one" ? [("a", "1")] : [("a", "1"), ("b", "2")];
        var planned = Planned(Pass) with { Needs = ["a", "b"] };
        var check = new RequirementCheck(target.Session(Made.Api(Rejecting.Put), fixtures), target.Time);
        var verdict = (await check.Judge(planned, TestContext.Current.CancellationToken)).Verdict;
        Assert.Equal(isTried ? null : SkipReason.MissingFixture, verdict.Skip);
        Assert.Equal(isTried, !target.Requests.IsEmpty);
        if (!isTried)
            Assert.DoesNotContain(" a ", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheVerdictIsWhatTheTestFound()
    {
        var observation = new Observation("o", "R1", "says", "saw");
        var result = await Judge(async test =>
        {
            await Send(test);
            target.Time.Pass(TimeSpan.FromMilliseconds(1500));
            test.Tried.NoteSent(Made.Case(Rejecting.Note, "x"), Seen.Response(201));
            var failed = test.Fails("case", "expected", "actual", 7) with { Observations = [observation] };
            await Send(test);
            return failed;
        });
        var verdict = result.Verdict;
        Assert.Equal(
            (Outcome.Failed, 7, 2, 1500),
            (verdict.Outcome, verdict.Cases, verdict.Requests, verdict.Milliseconds)
        );
        Assert.Equal((1, "actual"), (result.FailedAfterRequests, verdict.Evidence?.Actual));
        Assert.Equal(["case"], verdict.FailedCases);
        Assert.Equal([observation], result.Observations);
        Assert.Single(result.Tried.Sent);
    }

    [Fact]
    public async Task WhatATargetMakesLongIsShortInTheVerdict()
    {
        var endless = new string('x', 1_000_000);
        var result = await Judge(test =>
            Task.FromResult(
                test.Fails("case", "expected", endless) with
                {
                    Observations = [new Observation("o", "R1", "says", endless)],
                }
            )
        );
        Assert.All(
            [result.Verdict.Reason!, result.Verdict.Evidence!.Actual, result.Observations[0].Saw],
            text => Assert.InRange(text.Length, 1_000, 3_000)
        );
    }

    [Fact]
    public async Task AFailureThatNobodyNotedIsNotedInTheEnd()
    {
        var result = await Judge(async test =>
        {
            await Send(test);
            return Finding.Failed(new Evidence("case", "expected", "actual", []));
        });
        Assert.Equal(1, result.FailedAfterRequests);
    }

    [Fact]
    public async Task WhatWasSentBeforeItsTurnIsPartOfItsTest()
    {
        var (check, begun) = (Test(), default(TestSession));
        var planned = Planned(test => Task.FromResult(Finding.Passed(test == begun ? 1 : 0))) with
        {
            Begins = async test =>
            {
                begun = test;
                await Send(test);
            },
        };
        await check.Begin(planned, TestContext.Current.CancellationToken);
        var verdict = (await check.Judge(planned, TestContext.Current.CancellationToken)).Verdict;
        Assert.Equal((Outcome.Passed, 1, 1), (verdict.Outcome, verdict.Cases, verdict.Requests));
    }

    [Fact]
    public async Task WhatWentWrongBeforeItsTurnCountsWhenThatComes()
    {
        var check = Test();
        var planned = Planned(Pass) with { Begins = _ => throw new FormatException("of the kit") };
        await check.Begin(planned, TestContext.Current.CancellationToken);
        var verdict = (await check.Judge(planned, TestContext.Current.CancellationToken)).Verdict;
        Assert.Equal(Outcome.Errored, verdict.Outcome);
        Assert.Contains("of the kit", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotTriedSendsNothingBeforeItsTurnEither()
    {
        var session = Session() with { Unsupported = new UnsupportedOperations(["Put"]) };
        var planned = Planned(Pass) with { Begins = Send };
        await Test(session).Begin(planned, TestContext.Current.CancellationToken);
        Assert.Empty(target.Requests);
    }

    private static async Task<Finding> Pass(TestSession test)
    {
        await Send(test);
        return Finding.Passed(1);
    }

    private static Task<Exchange> Send(TestSession test) => test.Send(test.Valid(test.Operation), "it");

    private ApiSession Session() => target.Session(Made.Api(Rejecting.Put));

    private RequirementCheck Test(ApiSession? session = null) => new(session ?? Session(), target.Time);

    private Task<RequirementCheck.Result> Judge(Func<TestSession, Task<Finding>> run, ApiSession? session = null) =>
        Test(session).Judge(Planned(run), TestContext.Current.CancellationToken);

    private PlannedRequirement Planned(Func<TestSession, Task<Finding>> run) =>
        new(target.Bench(Rejecting.Put).Requirement, Rejecting.Put, run);
}
