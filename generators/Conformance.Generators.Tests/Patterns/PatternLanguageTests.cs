using System.Text.RegularExpressions;
using Conformance.Generators.Patterns;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests.Patterns;

public sealed class PatternLanguageTests
{
    private static readonly string[] Documented =
    [
        Name,
        Token,
        LogGroup,
        Bucket,
        KeyPrefix,
        Uuid,
        NodeNamePattern,
        Flow,
        Alias,
    ];

    [Theory]
    [InlineData(Name, "a", "-", "_", "aZ9")]
    [InlineData(Token, "a", "a-b", "a---b", "a-b--c")]
    [InlineData(LogGroup, "/aws/x.y-z_1", ".", "//")]
    [InlineData(Bucket, "ab", "a.b", "a-.-b")]
    [InlineData(KeyPrefix, "a", "a/b/c", "!-_.*'()")]
    [InlineData(NodeNamePattern, "a", "a_b", "aB9_9")]
    [InlineData(Flow, "0123456789", "arn:aws:bedrock:eu-west-1:123456789012:flow/ABCDEFGHIJ")]
    [InlineData(Alias, "TSTALIASID", "x", "arn:aws:bedrock:e:123456789012:flow/ABCDEFGHIJ/alias/abcdefghij")]
    public void MembersAreContained(string pattern, params string[] members) =>
        Assert.All(members, member => Assert.True(PatternLanguage.Of(pattern, 100).Contains(member), member));

    [Theory]
    [InlineData(Name, "", "a b", "a\n", "\na", "é", "01234567890123456789012345678901234567890")]
    [InlineData(Token, "-a", "a-", "", "a_b")]
    [InlineData(Bucket, "a", ".ab", "ab-", "aB", "a_b")]
    [InlineData(KeyPrefix, "/a", "a/", "a//b", "")]
    [InlineData(NodeNamePattern, "_a", "a_", "a__b", "1a")]
    [InlineData(Uuid, "0123456789", "01234567-89AB-cdef-0123-456789abcdef")]
    [InlineData(Flow, "012345678", "012345678_", "flow/")]
    [InlineData(Alias, "", "!", "abc!")]
    public void NearMissesAreRejected(string pattern, params string[] others) =>
        Assert.All(others, other => Assert.True(PatternLanguage.Of(pattern, 100).Rejects(other), other));

    [Property(MaxTest = 2_000)]
    public Property TheLanguageAgreesWithDotNetOnAnyText() =>
        Prop.ForAll(
            Arb.From(
                from pattern in Gen.Elements(Languages.AsEnumerable())
                from text in Gen.Elements("aAzZ09-_/.!*:'()\n é".ToCharArray()).ArrayOf()
                select (Language: pattern, Text: new string(text))
            ),
            x => x.Language.Value.Contains(x.Text) == Regex.IsMatch(x.Text, Whole(x.Language.Key))
        );

    [Property(MaxTest = 500)]
    public Property MembersHaveTheLengthAndTheHeadThatWereAskedFor() =>
        Prop.ForAll(
            Arb.From(
                from pattern in Gen.Elements(Languages.AsEnumerable())
                from length in Gen.Elements(pattern.Value.Lengths.AsEnumerable())
                from seed in Gen.Choose(0, int.MaxValue - 1)
                select (Language: pattern, Length: length, Seed: (ulong)seed)
            ),
            x =>
            {
                var draw = new Draw(x.Seed, "", 0);
                var member = x.Language.Value.Member(x.Length, "", draw)!;
                var headed = x.Language.Value.Member(x.Length, member[..(x.Length / 2)], draw)!;
                return member.Length == x.Length
                    && Regex.IsMatch(member, Whole(x.Language.Key))
                    && headed.StartsWith(member[..(x.Length / 2)], StringComparison.Ordinal)
                    && Regex.IsMatch(headed, Whole(x.Language.Key));
            }
        );

    [Fact]
    public void LengthsAreThoseThatHaveMembers()
    {
        Assert.Equal([10, .. Enumerable.Range(46, 20)], PatternLanguage.Of(Flow, 200).Lengths);
        Assert.Equal(Enumerable.Range(1, 40), PatternLanguage.Of(Name, 81).Lengths);
        Assert.Equal(Enumerable.Range(1, 513), PatternLanguage.Of(Token, 513).Lengths);
        Assert.Equal([36], PatternLanguage.Of(Uuid, 100).Lengths);
    }

    [Fact]
    public void ThereIsNoMemberOfAnImpossibleLengthOrHead()
    {
        var name = PatternLanguage.Of(Name, 50);

        Assert.Null(name.Member(41, "", Seeded));
        Assert.Null(name.Member(10, "é", Seeded));
        Assert.Null(name.Member(60, "", Seeded));
    }

    [Theory]
    [InlineData("!0123456789")]
    [InlineData("arn:aws:bedrock:e:123456789012:flow/ABCDEFGHIJ and more")]
    [InlineData("!0123456789\n")]
    public void WhatOneInterpretationOfTheAnchorsAdmitsIsNeitherContainedNorRejected(string text)
    {
        var language = PatternLanguage.Of(Flow, 100);

        Assert.True(language.IsDisputed);
        Assert.False(language.Contains(text));
        Assert.False(language.Rejects(text));
    }

    [Theory]
    [InlineData("^abc$")]
    [InlineData("^abc$|^def$")]
    [InlineData("abc|def")]
    public void AnchorsAroundEveryAlternativeLeaveNothingInDispute(string pattern)
    {
        var language = PatternLanguage.Of(pattern, 10);

        Assert.False(language.IsDisputed);
        Assert.True(language.Contains("abc"));
        Assert.True(language.Rejects("abcd"));
    }

    [Theory]
    [InlineData(@"\d\w\s", "5_ ")]
    [InlineData(@"[\d\-x]+", "1-x")]
    [InlineData(@"[^a-z]", "A")]
    [InlineData(@"\x41\u0042\t", "AB\t")]
    [InlineData("a.c", "a@c")]
    [InlineData("(?:ab){2,}", "ababab")]
    [InlineData("@#&~<1-9>", "@#&~<1-9>")]
    [InlineData("(a|)b", "b")]
    public void EscapesAndClassesMeanWhatTheyMeanInDotNet(string pattern, string member)
    {
        Assert.Matches(Whole(pattern), member);
        Assert.True(PatternLanguage.Of(pattern, 20).Contains(member));
    }

    [Fact]
    public void DigitsAreAsciiDigits() => Assert.True(PatternLanguage.Of(@"\d", 1).Rejects("\u0663"));

    [Fact]
    public void TheWayToACharacterBeginsAMember() =>
        Assert.Equal("arn:", PatternLanguage.Of(Flow, 100).Through("", ':'));

    private static readonly Dictionary<string, PatternLanguage> Languages = Documented.ToDictionary(
        pattern => pattern,
        pattern => PatternLanguage.Of(pattern, 80)
    );

    private static string Whole(string pattern) => $@"\A(?:{pattern.TrimStart('^').TrimEnd('$')})\z";
}
