using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Values that are right in every respect but one, and legal ones that look wrong.</summary>
public sealed class PlausibleValuesTests
{
    [Theory]
    [InlineData("quoted")]
    [InlineData("between-blanks")]
    [InlineData("escaped")]
    [InlineData("in-capitals")]
    public void WhatMendingWouldMakeLegalIsTried(string label) =>
        Assert.Contains(Broken<Pattern>(BucketName), sample => sample.Class == label);

    [Fact]
    public void CapitalsAreTriedOnlyWhereThePatternHasNoRoomForThem() =>
        Assert.DoesNotContain(Broken<Pattern>(WorkflowName), sample => sample.Class == "in-capitals");

    [Theory]
    [InlineData(" ")]
    [InlineData("7")]
    [InlineData("😀")]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("[]")]
    public void ShortTextsThatSomeTakeForNoneAreLegal(string text)
    {
        foreach (var member in new[] { SdkVersion, Description, ModelId })
            Assert.Contains(Inside(member), sample => sample.Value.Equals(new JsonText(text)));
    }

    [Fact]
    public void OfAPatternOnlyItsOwnShortestAreTried() =>
        Assert.All(Inside(BucketName), sample => Assert.StartsWith("length-", sample.Class, StringComparison.Ordinal));

    [Fact]
    public void EveryListedValueIsTriedInOtherCase()
    {
        var choice = new OneOf(["Ascending", "Descending"], Level.Must, Cited);
        var order = Of("sortOrder", JsonKind.String, more: choice);
        var texts = Values
            .BreakingOnly(order, choice, Seeded)
            .Samples.Select(sample => ((JsonText)sample.Value).Value)
            .ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "ascending",
                "ASCENDING",
                "descending",
                "DESCENDING",
                " Ascending",
                "Ascending ",
                "\"Ascending\"",
                "Ascendin",
            },
            texts
        );
    }

    [Fact]
    public void NumbersThatWouldBeLegalTextsAreOfAnotherKind()
    {
        Assert.Contains(33, LengthsOfNumbers(ClientToken));
        Assert.Superset(new HashSet<int> { 1, 7 }, LengthsOfNumbers(ModelId));
    }

    private static HashSet<int> LengthsOfNumbers(Member member) =>
        [
            .. Broken<TypeIs>(member)
                .Select(sample => sample.Value)
                .OfType<JsonRaw>()
                .Where(value => value.Text.All(char.IsAsciiDigit))
                .Select(value => value.Text.Length),
        ];

    [Fact]
    public void NoMemberHasMoreThanADozenValuesOfAnotherKind() =>
        Assert.All(All.Where(m => m.Find<TypeIs>() is not null), m => Assert.InRange(Broken<TypeIs>(m).Length, 0, 13));

    private static ImmutableArray<Sample> Broken<T>(Member member)
        where T : Constraint => Values.BreakingOnly(member, member.Find<T>()!, Seeded).Samples;

    private static ImmutableArray<Sample> Inside(Member member) =>
        Values.JustInside(member, member.Find<MinLength>()!, Seeded);
}
