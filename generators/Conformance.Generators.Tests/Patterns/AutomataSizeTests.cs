using Conformance.Generators.Patterns;
using Conformance.Schemas.Patterns;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests.Patterns;

public sealed class AutomataSizeTests
{
    [Fact]
    public void NoPatternOfTheDocumentsIsLarge() =>
        Assert.All(
            Embedded.Where(m => m.Find<Pattern>() is not null),
            member =>
                Assert.True(new PatternLibrary().Language(member.Find<Pattern>()!, 600).States < 5_000, member.Path)
        );

    [Fact]
    public void APatternThatIsTooLargeIsNamed()
    {
        var thrown = Assert.Throws<PatternException>(() => PatternLanguage.Of("(a{1,1000}b){1,200}", 10));

        Assert.Contains("states", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b", 2)]
    [InlineData("^(arn:x)|(y|z+)$", 3)]
    [InlineData("(a|b)c", 0)]
    [InlineData("abc", 0)]
    public void AlternativesAreThoseOfTheWholePattern(string pattern, int count) =>
        Assert.Equal(count, PatternLanguage.Of(pattern, 10).Branches.Length);

    [Fact]
    public void EveryLegalLengthOfEveryPatternHasAMember() =>
        Assert.All(
            Embedded.Where(m => m.Find<Pattern>() is not null),
            member =>
            {
                var language = new PatternLibrary().Language(member.Find<Pattern>()!, 300);
                Assert.All(
                    language.Lengths,
                    length => Assert.True(language.Contains(language.Member(length, "", Seeded.Turn(length))!))
                );
            }
        );
}
