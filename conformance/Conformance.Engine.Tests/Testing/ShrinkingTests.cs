using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using FsCheck.Fluent;
using static Conformance.Engine.Tests.Testing.Rejecting;

namespace Conformance.Engine.Tests.Testing;

/// <summary>The way from a failing value to the smallest one.</summary>
public sealed class ShrinkingTests
{
    private static readonly Evidence First = new("first", "expected", "actual", []);

    [Fact]
    public void WhateverFailsIsFoundAtItsSmallestWhereEveryStepIsAllowed() =>
        Prop.ForAll(
                Gen.Choose(0, 50)
                    .SelectMany(least => Gen.Choose(least, 60).Select(first => (least, first)))
                    .ToArbitrary(),
                of =>
                {
                    var (evidence, tried) = ShrinkLength(of.first, length => length >= of.least);
                    return evidence.SmallestValue == Json(of.least)
                        && evidence.ShrinkPath.Length == of.first - of.least
                        && tried.TrueForAll(length => length < of.first)
                        && tried.Count <= Profile.Smoke.ShrinkAttempts;
                }
            )
            .Holds();

    [Fact]
    public void TheProfileBoundsTheTries()
    {
        var (evidence, tried) = ShrinkLength(200, _ => true);
        Assert.Equal(Profile.Smoke.ShrinkAttempts, tried.Count);
        Assert.Equal(Json(200 - Profile.Smoke.ShrinkAttempts), evidence.SmallestValue);
    }

    [Theory]
    [InlineData(SkipReason.NotApplicable)]
    [InlineData(SkipReason.NotIsolated)]
    public void AValueThatCanNotBeSentIsPassedOverAndNothingElseIs(SkipReason skip)
    {
        if (skip == SkipReason.NotApplicable)
            Assert.Equal(
                Json(4),
                ShrinkLength(4, _ => throw new CannotArrangeException(skip, "")).Evidence.SmallestValue
            );
        else
            Assert.Throws<CannotArrangeException>(() =>
                ShrinkLength(4, _ => throw new CannotArrangeException(skip, ""))
            );
    }

    /// <summary>Shrinks a text of this length one character at a time; gives what was found, and the lengths that were tried.</summary>
    private static (Evidence Evidence, List<int> Tried) ShrinkLength(int first, Func<int, bool> fails)
    {
        using var target = To(ScriptedResponse.Accepted);
        var tried = new List<int>();
        var shrinking = new Shrinking(Note, OneShorter, Try);
        var evidence = shrinking.From(target.Bench(Put), Made.Sample(new string('x', first)), First);
        return (evidence.GetAwaiter().GetResult(), tried);

        Task<Exchange?> Try(Case @case)
        {
            tried.Add(Length(@case.Sample!));
            return Task.FromResult(fails(tried[^1]) ? Seen.Response(201) : null);
        }
    }

    private static IEnumerable<Sample> OneShorter(Sample sample) =>
        Length(sample) == 0 ? [] : [Made.Sample(new string('x', Length(sample) - 1))];

    private static int Length(Sample sample) => ((JsonText)sample.Value).Value.Length;

    private static string Json(int length) => $"\"{new string('x', length)}\"";
}
