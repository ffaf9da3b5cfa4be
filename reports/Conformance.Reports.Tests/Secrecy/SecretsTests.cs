using System.Text;
using Conformance.Reports.Secrecy;
using Conformance.Reports.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Secrecy;

public sealed class SecretsTests
{
    // An ordinary session token: with plus, slash and equals signs.
    private const string Token = "IQoJb3JpZ2luX2VjE+Ab/cD9/zQ+7w//kkZ8Qm4rT0==";

    // Fewer characters of a secret give nothing away.
    private const int Harmless = 5;
    private const int LongestEndOfBase64 = 20;

    public static TheoryData<string> Ways => [.. Spellings.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void ASecretIsTakenOutHoweverItIsSpelled(string way)
    {
        var spelled = Spellings.All[way](Token);
        Assert.Empty(Left(way, spelled, Knowing(Token).Redact($"before {spelled} behind")));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void ASecretIsTakenOutOfBytesHoweverItIsSpelled(string way)
    {
        var spelled = Spellings.All[way](Token);
        var clean = Knowing(Token).Redact(Encoding.Latin1.GetBytes($"\u0000{spelled}\u0000"), isCut: false);
        Assert.Empty(Left(way, spelled, Encoding.Latin1.GetString(clean.Span)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void WhatIsLeftOfASecretAtACutIsTakenOut(string way)
    {
        var spelled = Spellings.All[way](Token);
        var secrets = Knowing(Token);
        for (var kept = 1; kept < spelled.Length; kept++)
        {
            // As everything is shortened that is shown to people.
            var cut = secrets.Redact(Shortened.To("before ".Length + kept, $"before {spelled}"));
            Assert.True(Shared(spelled, cut["before ".Length..]) <= LongestAtCut(way), $"{kept}: {cut}");
            var bytes = Encoding.Latin1.GetBytes("before " + spelled[..kept]);
            var ended = Encoding.Latin1.GetString(secrets.Redact(bytes, isCut: true).Span);
            Assert.True(Shared(spelled, ended["before ".Length..]) <= LongestAtCut(way), $"{kept}: {ended}");
        }
    }

    [Fact]
    public void WhatStandsAroundItStays() =>
        Assert.Equal(
            "token ‹redacted›, sent twice: ‹redacted›.",
            Knowing(Token).Redact($"token {Token}, sent twice: {Token}.")
        );

    [Fact]
    public void TheLongerOfTwoSecretsThatBeginAlikeLeavesNothingBehind() =>
        Assert.Equal("‹redacted›", Knowing(Token, Token[..20]).Redact(Token));

    [Fact]
    public void ASecretInPiecesIsTakenOut()
    {
        var text =
            $$"""{"chunk":"{{Token[..11]}}"} and then {"chunk":"{{Token[11..30]}}"}{"chunk":"{{Token[30..]}}"}""";
        Assert.Equal(
            """{"chunk":"‹redacted›"} and then {"chunk":"‹redacted›"}{"chunk":"‹redacted›"}""",
            Knowing(Token).Redact(text)
        );
    }

    [Fact]
    public void SoAreThePiecesBeforeACut()
    {
        var pieces = Token.Chunk(5).Select(piece => $"({new string(piece)})").Take(6);
        var clean = Knowing(Token).Redact($"{string.Concat(pieces)}(…");
        Assert.Equal(string.Concat(Enumerable.Repeat("(‹redacted›)", 6)) + "(…", clean);
    }

    [Fact]
    public void APieceWithoutTheOthersIsAWordLikeAnyOther()
    {
        const string text = "the reference target keeps its secret";
        Assert.Equal(text, Knowing("reference-secret").Redact(text));
    }

    [Fact]
    public void ATextThatBeginsTheSecretOverAndOverIsSearchedInTime()
    {
        var text = string.Concat(Enumerable.Repeat(Token[..12] + " ", 100_000));
        Assert.Equal(text, Knowing(Token).Redact(text));
    }

    [Fact]
    public void UserAndPasswordOfBasicCredentialsAreSecretsToo()
    {
        var secrets = Knowing(Convert.ToBase64String("operator:correct-horse"u8));
        Assert.Equal("‹redacted› and ‹redacted›", secrets.Redact("operator:correct-horse and correct-horse"));
    }

    [Fact]
    public void OneTooShortToBeToldFromOrdinaryTextIsNotTaken()
    {
        var secrets = new Secrets();
        Assert.False(secrets.Add("short"));
        Assert.Equal("a short text", secrets.Redact("a short text"));
    }

    [Fact]
    public void BytesWithoutSecretsAreTheSameBytes()
    {
        var bytes = new byte[] { 0xFF, 0x00, 0x80 }.AsMemory();
        Assert.True(Knowing(Token).Redact(bytes, isCut: false).Equals(bytes));
    }

    [Property(MaxTest = 300)]
    public Property NothingIsLeftOfAnySecretInAnySurroundings()
    {
        const string signs = "+/=-_.~:!$*";
        var characters = Gen.Elements(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".Concat(signs).ToArray()
        );
        var cases =
            from length in Gen.Choose(8, 80)
            from secret in Gen.ArrayOf(characters, length)
            from way in Gen.Elements(Spellings.All.Keys.Order(StringComparer.Ordinal).ToArray())
            from before in Gen.ArrayOf(characters, 7)
            from behind in Gen.ArrayOf(characters, 7)
            select (Secret: new string(secret), Way: way, Before: new string(before), Behind: new string(behind));
        return Prop.ForAll(
            cases.ToArbitrary(),
            one =>
            {
                var spelled = Spellings.All[one.Way](one.Secret);
                var clean = Knowing(one.Secret).Redact($"{one.Before}\u0001{spelled}\u0001{one.Behind}");
                return Left(one.Way, spelled, clean.Replace(one.Before, "").Replace(one.Behind, "")).Count == 0;
            }
        );
    }

    private static Secrets Knowing(params string[] values)
    {
        var secrets = new Secrets();
        foreach (var value in values)
            Assert.True(secrets.Add(value));
        return secrets;
    }

    /// <summary>Stretches of the spelled secret, longer than what gives nothing away, that are still there.</summary>
    private static List<string> Left(string way, string spelled, string clean)
    {
        // In base64 more follows than the secret, and may stay.
        var own = way.Contains("base64", StringComparison.Ordinal)
            ? spelled[..Math.Max(0, spelled.Length - LongestEndOfBase64)]
            : spelled;
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, own.Length - Harmless))
                .Select(at => own.Substring(at, Harmless + 1))
                .Where(part => clean.Contains(part, StringComparison.Ordinal)),
        ];
    }

    /// <summary>How many characters of the spelled secret the text still begins with.</summary>
    private static int Shared(string spelled, string text) =>
        text.TakeWhile((c, at) => at < spelled.Length && c == spelled[at]).Count();

    // Three characters, in the longest of their spellings, or five of base64 and seven of hex.
    private static int LongestAtCut(string way) =>
        way switch
        {
            "as an escape of JavaScript" or "in JSON within JSON" => 28,
            _ when way.Contains("hex", StringComparison.Ordinal) && way.Contains("HTML", StringComparison.Ordinal) =>
                24,
            _ when way.Contains("C has it", StringComparison.Ordinal) => 26,
            _ => 24,
        };
}
