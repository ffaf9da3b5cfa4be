using Conformance.Schemas.Patterns;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Schemas.Tests.Patterns;

public sealed class PatternLengthsTests
{
    [Theory]
    [InlineData("[a-zA-Z0-9_-]{1,40}", 1, 40)]
    [InlineData("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}", 1, int.MaxValue)]
    [InlineData("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", 36, 36)]
    [InlineData("^(ab|c)$", 1, 2)]
    [InlineData(@"\bAB\b|[\]x]{3}", 2, 3)]
    [InlineData("a{2,}", 2, int.MaxValue)]
    [InlineData(@"\x41\u0042?", 1, 2)]
    [InlineData("", 0, 0)]
    public void TheBoundsFollowFromThePattern(string pattern, int shortest, int longest) =>
        Assert.Equal(new PatternLengths(shortest, longest), PatternLengths.Of(pattern));

    [Theory]
    [InlineData("(?=a)b")]
    [InlineData(@"(a)\1")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("a{x}")]
    [InlineData("a+?")]
    public void WhatIsNotUnderstoodIsRefused(string pattern) =>
        Assert.Throws<PatternException>(() => PatternLengths.Of(pattern));

    [Property(MaxTest = 500)]
    public Property NoValueOfAPatternIsOutsideItsBounds() =>
        Prop.ForAll(
            Arb.From(Gen.Sized(size => Language(Math.Min(size, 5)))),
            made =>
                PatternLengths.Of(made.Pattern) is { } lengths
                && lengths.Shortest <= made.Value.Length
                && made.Value.Length <= lengths.Longest
        );

    /// <summary>A pattern together with one value of its language.</summary>
    private static Gen<(string Pattern, string Value)> Language(int depth)
    {
        var leaf = Gen.Elements(("a", "a"), ("[b-d]", "c"), (@"\.", "."), ("[^x]", "y"), ("[-_/]", "-"));
        if (depth == 0)
            return leaf;
        var below = Language(depth - 1);
        var joined = below.SelectMany(a => below.Select(b => (a.Item1 + b.Item1, a.Item2 + b.Item2)));
        var either = below.SelectMany(a => below.Select(b => ($"(?:{a.Item1}|{b.Item1})", b.Item2)));
        var repeated = below.SelectMany(a =>
            Gen.Elements(("*", 0), ("*", 3), ("+", 2), ("?", 1), ("{2}", 2), ("{1,3}", 3), ("{0,}", 4))
                .Select(r => ($"({a.Item1}){r.Item1}", string.Concat(Enumerable.Repeat(a.Item2, r.Item2))))
        );
        return Gen.OneOf(leaf, joined, either, repeated);
    }
}
