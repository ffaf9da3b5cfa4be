using System.Globalization;
using System.Text;
using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Text;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Text;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain é 😀\n\t", "plain é 😀\n\t")]
    [InlineData("a\0b\u001b\r\n", "a␀b␛␍\n")]
    [InlineData("\u007f", "␡")]
    [InlineData("x\u202ey", "x⟨U+202E⟩y")]
    [InlineData("\u0085\u2028\ufeff", "⟨U+0085⟩⟨U+2028⟩⟨U+FEFF⟩")]
    public void WhatHasNoShapeGetsASymbol(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void HalfASurrogatePairGetsItsName() => Assert.Equal("a⟨U+D83D⟩b", VisibleText.Of("a" + (char)0xD83D + "b"));

    [Property(MaxTest = 500)]
    public void NothingHiddenIsLeftAndTheTextIsWellFormed(string text)
    {
        var visible = VisibleText.Of(text);
        Assert.DoesNotContain(visible.EnumerateRunes(), IsHidden);
        Assert.True(IsWellFormed(visible));
    }

    private static bool IsWellFormed(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool IsHidden(Rune rune) =>
        rune.Value is not ('\n' or '\t')
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
