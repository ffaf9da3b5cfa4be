using System.Text;
using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reports.Tests.Text;

public sealed class ShellWordTests
{
    [Fact]
    public void PlainWordsStayBare() =>
        Assert.Equal("https://target.example/a", ShellWord.Of("https://target.example/a"));

    [Fact]
    public void AnEmptyWordIsAWord() => Assert.Equal("''", ShellWord.Of(""));

    [Fact]
    public void BashReadsBackWhatWasQuoted() =>
        Check.One(
            HostileText.Times(40),
            Prop.ForAll(
                HostileText
                    .Any.Generator.Select(text => text.Replace("\0", "", StringComparison.Ordinal))
                    .ListOf()
                    .ToArbitrary(),
                words =>
                {
                    var script = string.Concat(words.Select(word => $"printf '%s\\0' {ShellWord.Of(word)}\n"));
                    return Bash.Run(script).AsSpan().SequenceEqual(words.SelectMany(Terminated).ToArray());
                }
            )
        );

    private static byte[] Terminated(string word) => [.. Encoding.UTF8.GetBytes(word), 0];
}
