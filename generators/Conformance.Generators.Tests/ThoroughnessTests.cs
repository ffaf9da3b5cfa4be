using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>What a sparing draw leaves out, and what it keeps.</summary>
public sealed class ThoroughnessTests
{
    private static readonly Draw Few = Seeded with { RandomCount = 2, Thoroughness = Thoroughness.Sparing };

    private static readonly Draw All = Seeded with { RandomCount = 2, Thoroughness = Thoroughness.Full };

    public static IEnumerable<TheoryDataRow<string>> Patterned =>
        Embedded
            .Where(m => m.Find<Pattern>() is not null)
            .Select(m => m.Path)
            .Distinct()
            .Select(path => new TheoryDataRow<string>(path));

    [Theory]
    [MemberData(nameof(Patterned))]
    public void EveryClassIsKeptWithFewerValues(string path)
    {
        var member = Called(path);
        var (few, all) = (Broken(member, Few), Broken(member, All));

        Assert.Equal(all.Select(s => s.Kind).Distinct().Order(), few.Select(s => s.Kind).Distinct().Order());
        Assert.True(few.Length < 0.85 * all.Length, $"{few.Length} of {all.Length}");
    }

    [Theory]
    [MemberData(nameof(Patterned))]
    public void EveryCharacterThatIsTriedAtEveryPlaceIsTriedAtOne(string path)
    {
        var member = Called(path);
        var (few, all) = (Characters(Broken(member, Few)), Characters(Broken(member, All)));
        Assert.Equal(OfTheWhole(all), OfTheWhole(few));

        // Of the other alternatives of a pattern a sparing draw tries only some.
        static IEnumerable<string> OfTheWhole(IEnumerable<string> names) =>
            names.Where(name => !name.StartsWith("alternative-", StringComparison.Ordinal)).Order();
    }

    [Fact]
    public void WhichPlaceIsForTheSeedToSay()
    {
        var places = Enumerable
            .Range(0, 12)
            .SelectMany(i => Broken(WorkflowName, Few.For($"{i}")))
            .Select(sample => sample.Class)
            .Where(label => label.StartsWith("at-", StringComparison.Ordinal));
        Assert.Equal(["at-first", "at-last", "at-middle"], places.Distinct().Order());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(Thoroughness.LargeText, "65573")]
    [InlineData(Thoroughness.HugeText, "65573 1048613")]
    public void TextsFarBeyondALimitAreAsLongAsTheDrawHasTimeFor(int longest, string lengths)
    {
        foreach (var member in new[] { WorkflowName, BucketName, S3KeyPrefix, LogGroupName, Description, ModelId })
            Assert.Equal(lengths, Far(member, longest));
    }

    [Fact]
    public void AUriGetsThemOnlyWhereAllAreTried()
    {
        Assert.Equal("", Far(WorkflowDefinitionName, Thoroughness.LargeText));
        Assert.Equal("300 9000 65573", Far(WorkflowDefinitionName, Thoroughness.HugeText));
    }

    [Fact]
    public void TheyAreTheSameWithEveryDrawAndBreakNothingElse()
    {
        var limit = ClientToken.Find<MaxLength>()!;
        var one = Values.BreakingOnly(ClientToken, limit, All);
        var other = Values.BreakingOnly(ClientToken, limit, All.For("other"));
        Assert.Equal(Huge(one), Huge(other));
        Assert.NotEmpty(Huge(one));
        Assert.Empty(one.BrokenTogether);
    }

    private static IEnumerable<string> Huge(Violation violation) =>
        violation.Samples.Where(s => s.Kind == "huge").Select(s => s.Value.ToJson());

    private static string Far(Member member, int longest) =>
        string.Join(
            ' ',
            Values
                .BreakingOnly(
                    member,
                    member.Find<MaxLength>()!,
                    Seeded with
                    {
                        Thoroughness = Thoroughness.Usual with { LongestText = longest },
                    }
                )
                .Samples.Where(s => s.Kind == "huge")
                .Select(s => ((JsonText)s.Value).Value.Length)
        );

    private static ImmutableArray<Sample> Broken(Member member, Draw draw) =>
        Values.BreakingOnly(member, member.Find<Pattern>()!, draw).Samples;

    // A character's own label, without the place.
    private static HashSet<string> Characters(IEnumerable<Sample> samples) =>
        [
            .. samples
                .Select(s => s.Class)
                .Where(label =>
                    label.EndsWith("-first", StringComparison.Ordinal)
                    || label.EndsWith("-middle", StringComparison.Ordinal)
                    || label.EndsWith("-last", StringComparison.Ordinal)
                )
                .Select(label => label[..label.LastIndexOf('-')]),
        ];

    private static Member Called(string path) => Embedded.First(m => m.Path == path);
}
