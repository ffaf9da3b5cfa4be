using Conformance.Generators.Patterns;
using Conformance.Generators.Tests.Mutants;
using Conformance.Generators.Tests.Witness;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Wrong implementations of each text, by the hundred: the chosen values of the smallest profile find every one.</summary>
public sealed class MutantsTests
{
    private const int Searched = 2_000;

    /// <summary>Without a random value: chance is for what nobody thought of.</summary>
    private static readonly ImmutableArray<Draw> Seeds = [new(1, "cf7k2a", 0), new(2, "e2ekit", 0)];

    private sealed record Known(ImmutableArray<string> Legal, ImmutableArray<string> Broken)
    {
        public bool Find(Mutant mutant) => Broken.Any(mutant.Takes) || Legal.Any(text => !mutant.Takes(text));
    }

    /// <summary>Each pattern once, and every text without one. What is in dispute is not to be told from right.</summary>
    public static IEnumerable<TheoryDataRow<string>> TextMembers =>
        Embedded
            .Where(m => m.Kind == JsonKind.String && m.Find<OneOf>() is null)
            .Where(m => m.Find<Pattern>() is not { } pattern || Dispute.On(pattern) is null)
            .Where(m => m.Find<TypeIs>()?.Touches(InterpretationTopic.CallbackUrl) is not true)
            .DistinctBy(m => m.Find<Pattern>()?.Text ?? m.Path)
            .DistinctBy(m => m.Path)
            .Select(m => new TheoryDataRow<string>(m.Path));

    [Theory]
    [MemberData(nameof(TextMembers))]
    public void WhatAWrongImplementationDoesIsFoundWithEverySeed(string path)
    {
        var member = Embedded.First(m => m.Path == path);
        var sent = Seeds.Select(seed => Sent(member, seed)).ToList();
        var missed = Mutant.Of(member).Where(mutant => sent.Any(s => !s.Find(mutant))).ToList();

        // Who can't be told from a right implementation by thousands of values is none that is wrong.
        var anything = Search(member);
        var holes = missed.Where(anything.Find).Select(m => $"{m.Says}: {Shows(anything, m)}").ToList();
        Assert.True(holes.Count == 0, string.Join('\n', holes));
    }

    [Theory]
    [InlineData("name", 140)]
    [InlineData("clientToken", 165)]
    [InlineData("description", 15)]
    public void MostWrongImplementationsCanBeFound(string path, int atLeast)
    {
        var member = Embedded.First(m => m.Path == path);
        var sent = Sent(member, Seeds[0]);
        Assert.InRange(Mutant.Of(member).Count(sent.Find), atLeast, int.MaxValue);
    }

    /// <summary>The values that the smallest profile sends, whatever chance adds.</summary>
    private static Known Sent(Member member, Draw draw) =>
        new(
            [.. member.Constraints.SelectMany(c => Values.JustInside(member, c, draw)).SelectMany(Text)],
            [.. member.Constraints.SelectMany(c => Values.BreakingOnly(member, c, draw).Samples).SelectMany(Text)]
        );

    /// <summary>Thousands of other values, judged by the independent readers.</summary>
    private static Known Search(Member member)
    {
        var readers = member.Constraints.Select(c => Careful.Of(member, c)).ToList();
        var draw = new Draw(7, "cf7k2a", 60);
        var values = Values
            .RandomMembers(member, draw)
            .Where(IsShort)
            .Take(Searched)
            .Concat(
                member.Find<Pattern>() is { } p
                    ? Values.RandomNearMisses(member, p, draw).Where(IsShort).Take(Searched)
                    : []
            )
            .Concat(member.Constraints.SelectMany(c => Values.JustInside(member, c, draw)))
            .Concat(member.Constraints.SelectMany(c => Values.BreakingOnly(member, c, draw).Samples))
            .ToList();
        return new(
            [.. values.Where(v => readers.All(r => r.AllAccept(v.Value))).SelectMany(Text)],
            [.. values.Where(v => readers.Any(r => r.AllReject(v.Value))).SelectMany(Text)]
        );
    }

    private static string Shows(Known known, Mutant mutant) =>
        known.Legal.FirstOrDefault(text => !mutant.Takes(text)) is { } legal
            ? $"rejects {legal}"
            : $"takes {known.Broken.First(mutant.Takes)}";

    private static bool IsShort(Sample sample) => sample.Value is JsonText { Value.Length: < 120 };

    private static IEnumerable<string> Text(Sample sample) => sample.Value is JsonText text ? [text.Value] : [];
}
