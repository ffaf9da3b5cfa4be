using System.Text;

namespace Conformance.Reports.Tests;

public sealed class GivenFileTests : IDisposable
{
    private const int MostBytes = 1_000;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");

    public void Dispose() => directory.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("é😀\r\n")]
    public void TextIsReadWithAndWithoutAByteOrderMark(string text)
    {
        Assert.Equal(text, GivenFile.Text(Written(Encoding.UTF8.GetBytes(text)), MostBytes));
        Assert.Equal(text, GivenFile.Text(Written([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]), MostBytes));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void AnotherEncodingIsNamed(string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. isMarked ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes("{}")];
        Assert.EndsWith("is in UTF-16 or UTF-32; save it as UTF-8", Refusal(Written(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoUtf8IsRefusedWithItsPlace() =>
        Assert.EndsWith(
            "is not UTF-8 from byte 3 on; save it as UTF-8",
            Refusal(Written([(byte)'a', (byte)'b', 0xE9, (byte)'c'])),
            StringComparison.Ordinal
        );

    [Fact]
    public void AFileMayBeAsLargeAsItsBoundAndNoLarger()
    {
        Assert.Equal(MostBytes, GivenFile.Text(Written(new byte[MostBytes]), MostBytes).Length);
        Assert.EndsWith(
            "holds more than 1,000 bytes; give a smaller one",
            Refusal(Written(new byte[MostBytes + 1])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AFileWithoutAnEndIsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is no endless file");
        Assert.Contains("holds more than", Refusal("/dev/zero"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("nowhere/at-all")]
    [InlineData(".")]
    public void WhatCanNotBeReadIsASentence(string path) =>
        Assert.Contains(": can't be read: ", Refusal(path), StringComparison.Ordinal);

    [Fact]
    public void ALongNameIsShortened() => Assert.InRange(Refusal(new string('x', 100_000)).Length, 1, 1_000);

    private string Written(byte[] bytes)
    {
        var file = Path.Combine(directory.FullName, "given");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static string Refusal(string path) =>
        Assert.Throws<GivenFileException>(() => GivenFile.Text(path, MostBytes)).Message;
}
