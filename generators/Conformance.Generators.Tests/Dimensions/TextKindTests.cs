using System.Text;
using Conformance.Generators.Dimensions;

namespace Conformance.Generators.Tests.Dimensions;

/// <summary>Texts of a kind are as large as asked for, well-formed, and no two stretches of them are alike.</summary>
public sealed class TextKindTests
{
    public static TheoryData<string, int> KindsAndSizes
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var kind in TextKind.All)
            foreach (var size in SizeKind.All)
                all.Add(kind.Name, size.Bytes);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(KindsAndSizes))]
    public void ATextIsNoLargerThanAskedForAndHardlySmaller(string kind, int bytes)
    {
        var text = Of(kind).OfBytes(bytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), bytes - 8, bytes);
        Assert.Equal(text, text.Trim());
        Assert.DoesNotContain(Rune.ReplacementChar, text.EnumerateRunes());
        Assert.DoesNotContain('\0', text);
    }

    [Theory]
    [InlineData("two-bytes", 2)]
    [InlineData("three-bytes", 3)]
    [InlineData("four-bytes", 4)]
    public void AKindHasTheCharactersThatItIsNamedAfter(string kind, int bytes) =>
        Assert.Contains(bytes, Of(kind).OfBytes(100).EnumerateRunes().Select(rune => rune.Utf8SequenceLength));

    [Fact]
    public void NoTwoStretchesOfALongTextAreAlike()
    {
        var text = Of("three-bytes").OfBytes(5_000);
        var stretches = Enumerable.Range(0, text.Length / 100).Select(n => text.Substring(n * 100, 100)).ToList();
        Assert.Equal(stretches.Count, stretches.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void AFewBytesAreStillAText(int bytes) => Assert.NotEmpty(Of("ascii").OfBytes(bytes));

    private static TextKind Of(string name) => TextKind.All.Single(kind => kind.Name == name);
}
