using Conformance.Engine.Configuration;
using Conformance.Engine.Planning.Promotion;
using Conformance.Reports.Formats;

namespace Conformance.Engine.Tests.Planning.Promotion;

/// <summary>Where the cases of a run stand.</summary>
public sealed class PromotedFileTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("promoted").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void WithoutAFileThereAreNone() =>
        Assert.Same(PromotedFile.None, PromotedFile.Of(new RunConfiguration(), directory));

    [Fact]
    public void AFileThatTheConfigurationNamesHasToBeThere()
    {
        var refused = Assert.Throws<CorpusFileException>(() =>
            PromotedFile.Of(new RunConfiguration { Corpus = "mine.json" }, directory)
        );
        Assert.Contains(Path.Combine(directory, "mine.json"), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, PromotedFile.UsualName)]
    [InlineData("mine.json", "mine.json")]
    [InlineData("sub/mine.json", "sub/mine.json")]
    public void TheFileStandsBesideTheConfiguration(string? named, string file) =>
        Assert.Equal(
            Path.Combine(directory, file),
            PromotedFile.PathOf(new RunConfiguration { Corpus = named }, directory)
        );

    [Theory]
    [InlineData(null, "")]
    [InlineData("conformance.yaml", "")]
    [InlineData("conf/conformance.yaml", "conf")]
    public void TheDirectoryIsTheConfigurations(string? file, string expected) =>
        Assert.Equal(expected, PromotedFile.DirectoryOf(file));
}
