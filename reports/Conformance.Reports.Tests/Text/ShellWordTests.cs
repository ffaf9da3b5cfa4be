using System.Text;
using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Text;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests.Text;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class ShellWordTests
{
    [Fact]
    public void PlainWordsStayBare() =>
        Assert.Equal("https://target.example/a", ShellWord.Of("https://target.example/a"));

    [Fact]
    public void AnEmptyWordIsAWord() => Assert.Equal("''", ShellWord.Of(""));

    [Property(MaxTest = 40)]
    public void BashReadsBackWhatWasQuoted(string[] texts)
    {
        // No word of a shell holds a NUL.
        string[] words = [.. texts.Select(text => text.Replace("\0", "", StringComparison.Ordinal))];
        var script = string.Concat(words.Select(word => $"printf '%s\\0' {ShellWord.Of(word)}\n"));
        Assert.Equal(words.SelectMany(Terminated), Bash.Run(script));
    }

    private static byte[] Terminated(string word) => [.. Encoding.UTF8.GetBytes(word), 0];
}
