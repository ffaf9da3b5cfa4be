using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Conformance.Generators.Tests;

/// <summary>Values cut to a smaller size: exactly to it, without tearing a character or losing what makes them unique.</summary>
public sealed class SizeCutTests
{
    private const string Identity = "kit-x7";

    private static readonly string[] Characters = ["a", "Z", "0", "-", " ", "é", "世", "😀", "\0", "\ud800"];

    [Property]
    public Property ATextCutToASizeHasThatManyCodePointsAndKeepsItsIdentity() =>
        Prop.ForAll(
            (
                from before in Texts
                from after in Texts
                from kept in Gen.Elements(KeptEnd.Start, KeptEnd.End)
                from share in Gen.Choose(0, 100)
                select (Text: before + Identity + after, kept, share)
            ).ToArbitrary(),
            of =>
            {
                var cut = SizeCut.Of(new JsonText(of.Text), Identity, of.kept)!;
                var size = cut.Size * of.share / 101;
                var texts = cut.To(size).Select(value => ((JsonText)value).Value).ToList();
                return cut.Size == Length(of.Text)
                    && texts.Count > 0 == size >= Identity.Length
                    && texts.TrueForAll(text =>
                        Length(text) == size && text.Contains(Identity, StringComparison.Ordinal)
                    );
            }
        );

    [Theory]
    [InlineData(KeptEnd.Start, "abcdef")]
    [InlineData(KeptEnd.End, "efghij")]
    public void TheFirstOfThemKeepsThatEnd(KeptEnd kept, string expected) =>
        Assert.Equal(new JsonText(expected), SizeCut.Of(new JsonText("abcdefghij"), "", kept)!.To(6).First());

    [Theory]
    [InlineData("[1,2,3]", 3, KeptEnd.Start, 2, "[1,2]")]
    [InlineData("[1,2,3]", 3, KeptEnd.End, 2, "[2,3]")]
    [InlineData("{\"a\":1,\"b\":2}", 2, KeptEnd.Start, 1, "{\"a\":1}")]
    [InlineData("{\"a\":1,\"b\":2}", 2, KeptEnd.End, 0, "{}")]
    [InlineData("-3000000000", 3000000000, KeptEnd.Start, 2999999999, "-2999999999")]
    [InlineData("2.5", 3, KeptEnd.Start, 2, "2")]
    [InlineData("1e3", 1000, KeptEnd.Start, 0, "0")]
    public void ItemsMembersAndMagnitudesAreSizesToo(
        string json,
        long size,
        KeptEnd kept,
        long smaller,
        string expected
    )
    {
        var cut = SizeCut.Of(JsonValue.Parse(json), "", kept)!;
        Assert.Equal((Int128)size, cut.Size);
        Assert.Equal(expected, cut.To(smaller).First().ToJson());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1e999")]
    public void WhatHasNoSizeIsNotCut(string json) => Assert.Null(SizeCut.Of(JsonValue.Parse(json), "", KeptEnd.Start));

    private static Gen<string> Texts =>
        Gen.Choose(0, 30).SelectMany(n => Gen.Elements(Characters).ArrayOf(n)).Select(string.Concat);

    private static int Length(string text) => text.EnumerateRunes().Count();
}
