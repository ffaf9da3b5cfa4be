using System.Text;
using Conformance.Reports.Formats.Html;

namespace Conformance.Reports.Tests.Formats.Html;

public sealed class BodyShownTests
{
    [Fact]
    public void TextIsShownAsItIs() =>
        Assert.Equal(new BodyShown("{\"é\":1}", IsHex: false, Remark: null), Shown("{\"é\":1}"u8.ToArray(), 100));

    [Fact]
    public void ALongTextIsCutBetweenCharactersAndSaysSo()
    {
        var shown = Shown(Encoding.UTF8.GetBytes("aaé" + new string('z', 50)), 3);
        Assert.Equal("aa", shown.Text);
        Assert.StartsWith("The first 3 of 54 bytes;", shown.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void ATruncatedTextMayEndInsideACharacter() =>
        Assert.Equal("ab", BodyShown.Of(new byte[] { 0x61, 0x62, 0xE2, 0x82 }, 100, isTruncated: true).Text);

    [Fact]
    public void BytesThatAreNoTextAreDumped() =>
        Assert.Equal(
            "0000  ff 61 0a                                          ·a·\n",
            Shown([0xFF, 0x61, 0x0A], 100).Text
        );

    [Fact]
    public void ANulByteMeansNoText() => Assert.True(Shown("a\0b"u8.ToArray(), 100).IsHex);

    [Fact]
    public void ADumpIsShorterThanItsShareOfTheLimit() =>
        Assert.Equal(2, Shown([.. Enumerable.Repeat((byte)0xFF, 1_000)], 128).Text.Count(c => c == '\n'));

    private static BodyShown Shown(byte[] body, int limitBytes) => BodyShown.Of(body, limitBytes, isTruncated: false);
}
