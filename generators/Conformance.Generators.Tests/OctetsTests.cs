using System.Text.RegularExpressions;

namespace Conformance.Generators.Tests;

public sealed class OctetsTests
{
    [Theory]
    [InlineData("a-b_c.d~9", "a-b_c.d~9")]
    [InlineData("a b/c", "a%20b%2Fc")]
    [InlineData("arn:aws:x", "arn%3Aaws%3Ax")]
    [InlineData("%41", "%2541")]
    [InlineData("é😀", "%C3%A9%F0%9F%98%80")]
    [InlineData("\0\n", "%00%0A")]
    [InlineData("..", "%2E%2E")]
    public void OnlyUnreservedCharactersStayAsTheyAre(string text, string written)
    {
        Assert.Equal(written, Octets.Encoded(text));
        Assert.Equal(text, Uri.UnescapeDataString(written));
    }

    [Fact]
    public void EquivalentsDecodeToTheSameText() =>
        Assert.All(
            Octets.Equivalents("Jz-name_1"),
            form => Assert.Equal("Jz-name_1", Uri.UnescapeDataString(form.RawSegment))
        );

    [Fact]
    public void NoIllegalFormDecodesToALegalName() =>
        Assert.All(
            // Hex digits at the break: the likeliest place for a broken octet to be completed by accident.
            Octets.Illegal("abcdef0123456789"),
            form =>
            {
                Assert.DoesNotMatch(@"\A[a-zA-Z0-9_-]{1,40}\z", Uri.UnescapeDataString(form.RawSegment));
                Assert.Matches(@"\A[!-~]+\z", form.RawSegment);
            }
        );

    [Fact]
    public void MalformedFormsHaveAPercentSignWithoutTwoHexDigits() =>
        Assert.All(
            Octets.Illegal("abcdef0123456789").Where(form => form.Kind == OctetViolation.Malformed),
            form => Assert.Matches(new Regex("%(?![0-9A-Fa-f]{2})"), form.RawSegment)
        );

    [Fact]
    public void LabelsAreUnique() =>
        Assert.Distinct(Octets.Illegal("name").Concat(Octets.Equivalents("name")).Select(form => form.Class));
}
