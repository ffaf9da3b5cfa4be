using System.Text.RegularExpressions;
using Conformance.Schemas;
using FsCheck.Xunit;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

public sealed class PatternViolationsTests
{
    [Theory]
    [InlineData("space-first", "space-middle", "space-last", "newline-last", "nul-middle", "tab-last")]
    [InlineData(
        "e-acute-middle",
        "full-width-digit-middle",
        "arabic-digit-middle",
        "emoji-middle",
        "percent-octet-middle"
    )]
    [InlineData("cyrillic-a-middle", "kelvin-sign-middle", "long-s-middle", "combining-acute-middle", "delete-middle")]
    [InlineData(
        "at-middle",
        "left-bracket-middle",
        "backtick-middle",
        "left-brace-middle",
        "colon-middle",
        "slash-middle"
    )]
    public void ANameIsBrokenByEveryClassOfCharacter(params string[] labels) =>
        Assert.Superset(labels.ToHashSet(), Labels(WorkflowName));

    [Fact]
    public void ATokenIsBrokenByHyphensAtItsEnds() =>
        Assert.Superset(new HashSet<string> { "leading-hyphen", "trailing-hyphen" }, Labels(ClientToken));

    [Fact]
    public void WhereAUuidIsLegalABrokenTextIsOneInBraces() =>
        Assert.Contains(
            Values.BreakingOnly(ClientToken, ClientToken.Find<Pattern>()!, Seeded).Samples,
            sample => TextOf(sample) is ['{', .., '}'] text && Guid.TryParse(text, out _)
        );

    [Fact]
    public void ABucketIsBrokenByDotsAndHyphensAtItsEndsAndByCapitals() =>
        Assert.Superset(new HashSet<string> { "leading-dot", "trailing-dot", "A-middle" }, Labels(BucketName));

    [Fact]
    public void AKeyPrefixIsBrokenByLeadingTrailingAndDoubleSlashes() =>
        Assert.Superset(new HashSet<string> { "leading-slash", "trailing-slash", "double-slash" }, Labels(S3KeyPrefix));

    [Fact]
    public void ANodeNameIsBrokenByItsStructure() =>
        Assert.Superset(
            new HashSet<string> { "leading-0", "leading-underscore", "trailing-underscore", "double-underscore" },
            Labels(NodeName)
        );

    [Fact]
    public void AnIdentifierOfFixedLengthIsBrokenByOneCharacterMoreOrFewer() =>
        Assert.Superset(new HashSet<string> { "one-short", "newline-last" }, Labels(InstanceId));

    [Fact]
    public void NoBrokenFlowIdentifierIsAcceptedByEitherInterpretationOfItsAnchors()
    {
        foreach (var member in new[] { FlowIdentifier, FlowAliasIdentifier })
        {
            var pattern = member.Find<Pattern>()!;
            var samples = Values.BreakingOnly(member, pattern, Seeded with { RandomCount = 60 }).Samples;

            Assert.True(samples.Length > 90);
            Assert.All(samples, s => Assert.DoesNotMatch(pattern.Text, TextOf(s)));
        }
    }

    [Fact]
    public void WhatOnlyOneInterpretationOfTheAnchorsAcceptsIsInDispute()
    {
        var disputes = Values.Disputed(FlowIdentifier, Seeded).Where(d => d.Interpretation == "R2").ToList();

        Assert.True(disputes.Count > 4);
        Assert.All(disputes, d => Assert.Matches(Flow, TextOf(d.Sample)));
        Assert.All(disputes, d => Assert.Contains("pattern", Reader.Broken(FlowIdentifier, d.Sample.Value)));
    }

    [Fact]
    public void LegalValuesShowEveryCharacterOfThePattern()
    {
        // Of a UUID only one spelling is sure to be legal (interpretation R29).
        foreach (var member in All.Where(m => m.Find<Pattern>() is { } p && !p.Touches(InterpretationTopic.Spelling)))
        {
            var pattern = member.Find<Pattern>()!;
            var shown = Values.JustInside(member, pattern, Seeded).SelectMany(s => TextOf(s)).ToHashSet();
            Assert.Superset(AlphabetOf(pattern.Text), shown);
        }
    }

    [Fact]
    public void LegalTokensHoldRunsOfHyphens() =>
        Assert.Contains(
            Values.JustInside(ClientToken, ClientToken.Find<Pattern>()!, Seeded),
            s => TextOf(s).Contains("---", StringComparison.Ordinal)
        );

    [Fact]
    public void RandomMembersAreAsManyAsTheDrawSaysAndOfSpreadLengths()
    {
        var draw = Seeded with { RandomCount = 20 };
        var lengths = Values
            .JustInside(LogGroupName, LogGroupName.Find<Pattern>()!, draw)
            .Where(s => s.Class.StartsWith("random-", StringComparison.Ordinal))
            .Select(s => TextOf(s).Length)
            .ToList();

        Assert.Equal(20, lengths.Count);
        Assert.True(lengths.Min() <= 26 && lengths.Max() >= 486);
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(AnyFacts)])]
    public void ShrinksBreakTheSameAndGetSmallerUntilTheyEnd((Member Member, Constraint Constraint) fact, ulong seed)
    {
        var (member, constraint) = fact;
        var draw = new Draw(seed, "cf7k2a", 2);
        foreach (var first in Values.BreakingOnly(member, constraint, draw).Samples.TakeLast(2))
        {
            var broken = Reader.Broken(member, first.Value);
            var current = first;
            while (Values.Shrink(member, constraint, current).FirstOrDefault() is { } smaller)
            {
                Assert.Equal(broken, Reader.Broken(member, smaller.Value));
                Assert.Contains(first.Identity, smaller.Value.ToJson(), StringComparison.Ordinal);
                Assert.True(smaller.Value.ToJson().Length <= current.Value.ToJson().Length);
                current = smaller;
            }
        }
    }

    [Fact]
    public void AValueThatIsFarTooLongShrinksToOneOverTheMaximum()
    {
        var max = ModelId.Find<MaxLength>()!;
        var current = Values.BreakingOnly(ModelId, max, Seeded).Samples.First(s => s.Class == "length-200");

        while (Values.Shrink(ModelId, max, current).FirstOrDefault() is { } smaller)
            current = smaller;

        Assert.Equal(new string('a', 101), TextOf(current));
    }

    private static HashSet<string> Labels(Member member) =>
        [.. Values.BreakingOnly(member, member.Find<Pattern>()!, Seeded).Samples.Select(s => s.Class)];

    private static string TextOf(Sample sample) => ((JsonText)sample.Value).Value;

    // Every ASCII character that a class or a literal of the pattern's text names.
    private static HashSet<char> AlphabetOf(string pattern) =>
        [
            .. Enumerable
                .Range(' ', 95)
                .Select(c => (char)c)
                .Where(c =>
                    Regex.Matches(pattern, @"\[(?:\\.|[^\]])+\]").Any(m => Regex.IsMatch(c.ToString(), m.Value))
                ),
        ];
}
