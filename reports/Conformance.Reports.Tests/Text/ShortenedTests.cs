using Conformance.Reports.Text;

namespace Conformance.Reports.Tests.Text;

public sealed class ShortenedTests
{
    [Theory]
    [InlineData("nova-act", "nova-act")]
    [InlineData("", "")]
    [InlineData("two\nlines\tand\r\0", "two␊lines␉and␍␀")]
    [InlineData("\u2028\u0085\u202E", "⟨U+2028⟩⟨U+0085⟩⟨U+202E⟩")]
    [InlineData("http://user:s3cr3t@host/x", "http://‹redacted›@host/x")]
    [InlineData("http://user:s3/cr@3t@host:99999/", "http://‹redacted›@host:99999/")]
    [InlineData("//@", "//‹redacted›@")]
    [InlineData("mail@host//x", "mail@host//x")]
    public void AValueIsShownOnOneLineWithoutCredentials(string value, string shown) =>
        Assert.Equal(shown, Shortened.OnALine(value));

    [Fact]
    public void OfALongValueTheBeginningIsShownAndTheRestCounted() =>
        Assert.Equal(
            new string('x', 120) + "… (999,880 more characters)",
            Shortened.OnALine(new string('x', 1_000_000))
        );

    [Fact]
    public void NoCharacterIsCutInHalf() =>
        Assert.Equal("x… (4 more characters)", Shortened.OnALine("x😀😀", limit: 2));

    [Fact]
    public void ALongPasswordIsNotShownEither() =>
        Assert.DoesNotContain("p", Shortened.OnALine($"x://{new string('p', 1_000)}@host"), StringComparison.Ordinal);
}
