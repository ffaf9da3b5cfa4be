using System.Text;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using FsCheck.Fluent;
using static Conformance.Engine.Tests.Testing.Rejecting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A violation that fails is shrunk to the smallest that fails in the same way.</summary>
public sealed class RejectionCheckShrinkingTests
{
    [Fact]
    public async Task AnAcceptedViolationIsShrunkToTheSmallestOne()
    {
        using var target = To(ScriptedResponse.Accepted);
        var evidence = (await TestShrinking(target, "qwertyuiopasdfgh")).Evidence!;
        Assert.Equal(("\"qwertyuiopasdfgh\"", "\"aaaaaa\""), (evidence.OriginalValue, evidence.SmallestValue));
        Assert.Equal(evidence.SmallestValue, evidence.ShrinkPath[^1]);
        Assert.Equal("aaaaaa", TextIn(evidence.Exchanges[^1]));
        Assert.Contains("6 characters", evidence.Case, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheValuesThatTheTargetAcceptsAreOnThePath()
    {
        using var target = To(r =>
            r.TextAt("note")!.Contains('w') ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var evidence = (await TestShrinking(target, "qwertyuiop")).Evidence!;
        Assert.Matches("\\A\"a*wa*\"\\z", evidence.SmallestValue);
        Assert.Equal(Longest + 3, evidence.SmallestValue!.Length);
        Assert.All(evidence.ShrinkPath, json => Assert.Contains('w', json));
    }

    [Fact]
    public async Task AValueThatFailsInAnotherWayLeadsNowhere()
    {
        using var target = To(r =>
            r.TextAt("note") == "qwertyuiop" ? ScriptedResponse.Accepted : new ScriptedResponse(404)
        );
        var evidence = (await TestShrinking(target, "qwertyuiop")).Evidence!;
        Assert.Equal(evidence.OriginalValue, evidence.SmallestValue);
        Assert.StartsWith("201 ", evidence.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetThatStopsFailingLeavesTheFirstEvidence()
    {
        var violations = 0;
        using var target = To(_ => violations++ == 0 ? ScriptedResponse.Accepted : ScriptedResponse.Rejected);
        var finding = await TestShrinking(target, "qwertyuiop");
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("\"qwertyuiop\"", finding.Evidence!.SmallestValue);
        Assert.Empty(finding.Evidence.ShrinkPath);
        Assert.Equal("qwertyuiop", TextIn(finding.Evidence.Exchanges[^1]));
    }

    [Fact]
    public async Task NoMoreRequestsAreSpentThanTheProfileAllows()
    {
        using var target = To(r =>
            r.TextAt("note")!.Length >= 400 ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        await TestShrinking(target, string.Concat(Enumerable.Range(0, 400).Select(i => (char)('b' + (i % 20)))));
        Assert.InRange(target.Requests.Length, 3, 2 + Profile.Smoke.ShrinkAttempts);
    }

    [Fact]
    public void EveryValueOnTheWayBreaksTheConstraintAsTheFirstOneDid() =>
        Prop.ForAll(
                Gen.Choose(Longest + 1, 40)
                    .SelectMany(n => Gen.Elements("abz09 -é世😀".ToCharArray()).ArrayOf(n))
                    .Select(characters => new string(characters))
                    .Where(text => ScriptedTarget.Values.IsViolation(Note, Made.Max(Longest), new JsonText(text)))
                    .ToArbitrary(),
                text =>
                {
                    using var target = To(ScriptedResponse.Accepted);
                    TestShrinking(target, text).GetAwaiter().GetResult();
                    return target
                        .Requests.Skip(1)
                        .All(r => ScriptedTarget.Values.IsViolation(Note, Made.Max(Longest), r.At("note")!));
                }
            )
            .Holds(tests: 30);

    [Theory]
    [InlineData(400)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task ASmallerViolationThatIsRejectedRightlyOrNotAtAllIsNoFailure(int status)
    {
        var smaller = status == 0 ? ScriptedResponse.None(TransportFailureKind.Timeout) : new ScriptedResponse(status);
        using var target = To(r => r.TextAt("note") == "qwertyuiop" ? ScriptedResponse.NotFound : smaller);
        var evidence = (await TestShrinking(target, "qwertyuiop")).Evidence!;
        Assert.Equal("\"qwertyuiop\"", evidence.SmallestValue);
        Assert.True(target.Requests.Length > 2);
    }

    [Fact]
    public async Task WhereNoMemberIsUnderTestNothingIsShrunk()
    {
        using var target = To(ScriptedResponse.Accepted);
        var test = target.Bench(Put);
        var finding = await (Of(test, TooLong[0]) with { Member = null }).Run(test);
        Assert.Equal((Outcome.Failed, null), (finding.Outcome, finding.Evidence!.SmallestValue));
    }

    private static Task<Finding> TestShrinking(ScriptedTarget target, string text)
    {
        var test = target.Bench(Put);
        var check = Of(test, text) with
        {
            Smaller = sample => ScriptedTarget.Values.Shrink(Note, Note.Find<MaxLength>()!, sample),
        };
        return check.Run(test);
    }

    private static string TextIn(Step step) =>
        ((JsonText)JsonValue.Parse(Encoding.UTF8.GetString(step.Exchange.Request.Body!.Value.Span)).At("note")!).Value;
}
