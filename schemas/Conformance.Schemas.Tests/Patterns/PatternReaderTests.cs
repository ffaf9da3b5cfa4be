using Conformance.Schemas.Patterns;

namespace Conformance.Schemas.Tests.Patterns;

public sealed class PatternReaderTests
{
    [Theory]
    [InlineData("(?=a)b")]
    [InlineData("(?<n>a)")]
    [InlineData("a+?")]
    [InlineData("a++")]
    [InlineData("a{2}{3}")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\p{L}")]
    [InlineData(@"\ba+")]
    [InlineData("a^b")]
    [InlineData("a$b")]
    [InlineData("(^a)")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[z-a]")]
    [InlineData("[a-z&&[^b]]")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("a{3,2}")]
    [InlineData("*a")]
    [InlineData("a\\")]
    public void WhatIsNotUnderstoodIsNamedAndRefused(string pattern) =>
        Assert.Contains(
            pattern,
            Assert.Throws<PatternException>(() => PatternReader.Read(pattern)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("ab|c", 2)]
    [InlineData("(ab|c)", 1)]
    [InlineData("", 1)]
    public void AlternativesAreThoseAtTheTop(string pattern, int count) =>
        Assert.Equal(count, PatternReader.Read(pattern).Length);

    [Fact]
    public void AnchorsBelongToTheirAlternative() =>
        Assert.Equal(
            [(true, false), (false, true)],
            PatternReader.Read("^(a)|(b)$").Select(a => (a.IsAnchoredAtStart, a.IsAnchoredAtEnd))
        );
}
