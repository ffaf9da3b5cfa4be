using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Accepting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A whole request that breaks nothing and is rejected: what may excuse it where no member is under test.</summary>
public sealed class WholeRequestTests
{
    private static readonly Member Extra = Made.Text("extra", Made.Optional) with { IsLookedUp = true };

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task ARejectionFails(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await TestWhole(target, Note);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Null(finding.Evidence!.SmallestValue);
    }

    [Fact]
    public async Task AResponseThatNeverComesFailsWhereTheTargetIsThere()
    {
        using var target = new ScriptedTarget(r =>
            r.At("extra") is null ? ScriptedResponse.Accepted : ScriptedResponse.None(TransportFailureKind.Timeout)
        );
        var test = target.Bench(Made.Operation(Note, Extra) with { Errors = [Made.Listing] });
        Assert.Equal(Outcome.Failed, (await Whole(test, test.Full).Run(test)).Outcome);
    }

    [Fact]
    public async Task OneThatComesInTheEndIsAnError()
    {
        using var target = new ScriptedTarget(r =>
            r.Turn <= 2 ? ScriptedResponse.None(TransportFailureKind.Timeout) : ScriptedResponse.Accepted
        );
        Assert.Equal(Outcome.Errored, (await TestWhole(target, Note)).Outcome);
        Assert.Equal(3, target.Requests.Length);
    }

    [Fact]
    public async Task SoIsATargetThatIsGone()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Unreachable));
        Assert.Equal(Outcome.Errored, (await TestWhole(target, Note)).Outcome);
    }

    [Theory]
    [InlineData("""{"resourceId":"model"}""", SkipReason.MissingFixture)]
    [InlineData("{}", SkipReason.MissingFixture)]
    [InlineData("""{"fieldList":[{"name":"extra"}]}""", null)]
    public async Task ARequiredValueThatOnlyTheConfigurationCanNameMayBeMissing(string body, SkipReason? skip)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(404, body));
        Assert.Equal(skip, (await TestWhole(target, LookedUp)).Skip);
    }

    [Theory]
    [InlineData(true, Outcome.Skipped, SkipReason.InterpretationAllows)]
    [InlineData(false, Outcome.Failed, null)]
    public async Task ValuesThatMayBeLookedUpExcuseItWhereItIsAcceptedWithoutThem(
        bool isAcceptedWithout,
        Outcome outcome,
        SkipReason? skip
    )
    {
        using var target = new ScriptedTarget(r =>
            isAcceptedWithout && r.At("extra") is null ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var test = target.Bench(Made.Operation(Note, Extra) with { Errors = [Made.Listing] });
        var check = Whole(test, test.Full) with { Fallback = () => test.FullOfSureValues(test.Operation) };
        var finding = await check.Run(test);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.Equal([true, false], target.Requests.Select(r => r.At("extra") is not null));
    }

    [Theory]
    [InlineData(201, Outcome.Failed, null)]
    [InlineData(400, Outcome.Skipped, SkipReason.NotIsolated)]
    public async Task AFormThatIsRejectedIsHeldAgainstTheVeryRequestInItsUsualForm(
        int usual,
        Outcome outcome,
        SkipReason? skip
    )
    {
        using var target = new ScriptedTarget(r =>
            r.Target.Contains('?') ? ScriptedResponse.Rejected : new ScriptedResponse(usual)
        );
        var finding = await TestForm(target);
        Assert.Equal((outcome, skip), (finding.Outcome, finding.Skip));
        Assert.Equal([target.Requests[0].Body], target.Requests.Skip(1).Select(r => r.Body));
    }

    [Fact]
    public async Task WhereThatIsSpentByNowAFreshOneServes()
    {
        using var target = new ScriptedTarget(r =>
            r.Target.Contains('?') ? ScriptedResponse.Rejected
            : r.Turn == 2 ? ScriptedResponse.Conflict
            : ScriptedResponse.Accepted
        );
        Assert.Equal(Outcome.Failed, (await TestForm(target)).Outcome);
        Assert.Equal(3, target.Requests.Length);
        Assert.NotEqual(target.Requests[1].Body, target.Requests[2].Body);
    }

    private static AcceptanceCheck Whole(TestSession test, Func<Operation, Engine.Requests.RequestDraft> make) =>
        new(() => make(test.Operation), [new Case("whole", "a whole request", request => request)]);

    private static Task<Finding> TestWhole(ScriptedTarget target, Member member)
    {
        var test = Bench(target, member);
        return Whole(test, of => test.Valid(of)).Run(test);
    }

    private static Task<Finding> TestForm(ScriptedTarget target)
    {
        var test = Bench(target);
        var check = new AcceptanceCheck(
            () => test.Valid(test.Operation),
            [new Case("form", "in another form", request => request with { Query = "form" })]
        )
        {
            IsAboutTheForm = true,
        };
        return check.Run(test);
    }
}
