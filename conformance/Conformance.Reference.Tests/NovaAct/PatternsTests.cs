using System.Text.RegularExpressions;
using Conformance.Reference.NovaAct;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Reference.Tests.NovaAct;

/// <summary>The loops written by hand against the patterns as the documents print them.</summary>
public sealed class PatternsTests
{
    private const string Alphabet = "aZ09azAZ--__..//!*'()gG \n\t\0é٣Ａ%\"\\";

    [Property(MaxTest = 2000)]
    public Property NamesAreThoseOfThePattern() =>
        Agree("[a-zA-Z0-9_-]{1,40}", v => v.Length <= 40 && Patterns.IsName(v));

    [Property(MaxTest = 2000)]
    public Property ClientTokensAreThoseOfThePattern() =>
        Agree("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}", Patterns.IsClientToken);

    [Property(MaxTest = 2000)]
    public Property LogGroupNamesAreThoseOfThePattern() => Agree("[a-zA-Z0-9_/.-]+", Patterns.IsLogGroupName);

    [Property(MaxTest = 2000)]
    public Property BucketNamesAreThoseOfThePattern() => Agree("[a-z0-9][a-z0-9.-]*[a-z0-9]", Patterns.IsBucketName);

    [Property(MaxTest = 2000)]
    public Property KeyPrefixesAreThoseOfThePattern() =>
        Agree(@"[a-zA-Z0-9!\-_.*'()]+(?:/[a-zA-Z0-9!\-_.*'()]+)*", Patterns.IsKeyPrefix);

    [Theory]
    [InlineData("01234567-89ab-cdef-0123-456789abcdef", true)]
    [InlineData("01234567-89AB-cdef-0123-456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcdef", false)]
    [InlineData("01234567-89ab-cdef-0123-456789abcde", false)]
    [InlineData("01234567-89ab-cdef-0123-456789abcdef0", false)]
    [InlineData("01234567-89ab-cdef-0123-456789abcdeg", false)]
    [InlineData("01234567_89ab_cdef_0123_456789abcdef", false)]
    [InlineData("", false)]
    public void RunIdsAreThoseOfThePattern(string value, bool isRunId) =>
        Assert.Equal(isRunId, Patterns.IsRunId(value));

    private static Property Agree(string pattern, Func<string, bool> belongs)
    {
        var whole = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
        // Mostly legal characters, so that long legal values occur as often as those with one flaw.
        var plain = Gen.Elements("abyz019-.".ToCharArray());
        var any = Gen.Elements(Alphabet.ToCharArray());
        var characters = Gen.OneOf(
            plain.ArrayOf(),
            any.ArrayOf(),
            plain.ArrayOf().SelectMany(p => any.Select(c => (char[])[.. p, c]))
        );
        var texts = Arb.From(characters.Select(c => new string(c)));
        return Prop.ForAll(texts, t => whole.IsMatch(t) == belongs(t));
    }
}
