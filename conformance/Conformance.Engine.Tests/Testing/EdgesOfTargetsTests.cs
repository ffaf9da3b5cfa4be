using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A target's own limit is named exactly, in the smallest profile, whichever side of the documented one it is on.</summary>
public sealed class EdgesOfTargetsTests
{
    private const int Documented = 4_000;

    private static readonly Member Note = Made.Text("note", Made.Required, Made.Max(Documented));
    private static readonly Operation Put = Made.Operation(Note);
    private static readonly MaxLength Max = Note.Find<MaxLength>()!;

    [Theory]
    [InlineData(255)]
    [InlineData(2_048)]
    [InlineData(3_999)]
    public async Task ALegalTextThatIsRejectedEndsOneCharacterBeyondTheTargetsOwnLimit(int limit)
    {
        using var target = new ScriptedTarget(r =>
            Length(r) > limit ? ScriptedResponse.Rejected : ScriptedResponse.Accepted
        );
        var test = target.Bench(Put);
        var check = new AcceptanceCheck(() => test.Valid(Put, Note), [Case.Setting(Note, Sample(Documented))])
        {
            Member = Note,
            Smaller = sample => ScriptedTarget.Values.Shrink(Note, Max, sample),
            Alike = sample => ScriptedTarget.Values.Alike(Note, Max, sample),
        };

        IsAt(limit + 1, await check.Run(test));
    }

    [Theory]
    [InlineData(4_001)]
    [InlineData(4_100)]
    [InlineData(5_999)]
    public async Task AnIllegalTextThatIsAcceptedEndsWhereTheTargetBeginsToAcceptIt(int least)
    {
        using var target = new ScriptedTarget(r =>
            Length(r) is var length && (length <= Documented || length >= least)
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );
        var test = target.Bench(Put);
        var expected = Expectation.Rejected(Put, ErrorCause.InvalidInput);
        var check = new RejectionCheck(() => test.Valid(Put, Note), [Case.Setting(Note, Sample(6_000))], expected)
        {
            Member = Note,
            Smaller = sample => ScriptedTarget.Values.Shrink(Note, Max, sample),
            Alike = sample => ScriptedTarget.Values.Alike(Note, Max, sample),
        };

        IsAt(least, await check.Run(test));
    }

    private static void IsAt(int edge, Finding finding)
    {
        var evidence = finding.Evidence!;
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal($"\"{new string('a', edge)}\"", evidence.SmallestValue);
        Assert.Equal(evidence.SmallestValue, evidence.ShrinkPath[^1]);
        Assert.EndsWith($"(shrunk to {edge} characters)", evidence.Case, StringComparison.Ordinal);
    }

    private static Sample Sample(int length) =>
        new(
            new JsonText(string.Concat(Enumerable.Range(0, length).Select(n => (char)('b' + (n % 20))))),
            $"length-{length}",
            $"{length} characters"
        );

    private static int Length(ScriptedRequest request) => request.TextAt("note")!.Length;
}
