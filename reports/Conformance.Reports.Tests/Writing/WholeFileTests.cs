using System.Text;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Tests.Writing;

public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task ItIsThereWholeInADirectoryThatIsMadeForItAndNothingElseIs()
    {
        await Write(At("new/file.txt"), "whole");
        Assert.Equal("whole", await File.ReadAllTextAsync(At("new/file.txt"), Cancel));
        Assert.Equal(["file.txt"], Names(At("new")));
    }

    [Fact]
    public async Task ItReplacesAnEarlierOne()
    {
        await Write(At("file.txt"), "earlier and longer");
        await Write(At("file.txt"), "later");
        Assert.Equal("later", await File.ReadAllTextAsync(At("file.txt"), Cancel));
    }

    [Theory]
    [InlineData(".file.txt.4711.partial")]
    [InlineData(".file.txt.abcdefgh.xyz.partial")]
    public async Task WhatAKilledProgramLeftOfItIsRemoved(string leftOver)
    {
        WriteLongAgo(leftOver);
        WriteLongAgo(".other.txt.4711.partial");
        await Write(At("file.txt"), "whole");
        Assert.Equal([".other.txt.4711.partial", "file.txt"], Names(directory.FullName));
    }

    [Fact]
    public async Task WhatAnotherProgramIsWritingOrHasJustMadeStays()
    {
        var (slow, justMade) = (".file.txt.abcdefgh.abc.partial", ".file.txt.abcdefgh.xyz.partial");
        WriteLongAgo(slow);
        await File.WriteAllTextAsync(At(justMade), "", Cancel);
        await using var writing = new FileStream(At(slow), FileMode.Open, FileAccess.ReadWrite, FileShare.Delete);
        await Write(At("file.txt"), "whole");
        Assert.Equal([slow, justMade, "file.txt"], Names(directory.FullName));
    }

    [Fact]
    public async Task ManyWritersAtOnceLeaveOneWholeFile()
    {
        var texts = Enumerable.Range(0, 8).Select(n => new string((char)('a' + n), 10_000 + n)).ToList();
        var file = At("file.txt");
        await Parallel.ForEachAsync(
            texts.SelectMany(text => Enumerable.Repeat(text, 20)),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel },
            async (text, _) => await Write(file, text)
        );
        Assert.Contains(await File.ReadAllTextAsync(file, Cancel), texts);
        Assert.Equal(["file.txt"], Names(directory.FullName));
    }

    [Theory]
    [InlineData("taken", "Is a directory")]
    [InlineData("a-file/below/it.txt", "a-file")]
    public async Task WhatCannotBeWrittenSaysWhyAndLeavesNothing(string name, string why)
    {
        Directory.CreateDirectory(At("taken"));
        await File.WriteAllTextAsync(At("a-file"), "", Cancel);
        var problem = await Assert.ThrowsAsync<UnwrittenFileException>(() => Write(At(name), "x"));
        Assert.Contains(why, problem.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("partial", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["a-file"], Names(directory.FullName));
    }

    [Fact]
    public async Task OneThatIsCancelledLeavesWhatWasThere()
    {
        await Write(At("file.txt"), "earlier");
        var write = WholeFile.Write(At("file.txt"), "later"u8.ToArray(), new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Equal("earlier", await File.ReadAllTextAsync(At("file.txt"), Cancel));
        Assert.Equal(["file.txt"], Names(directory.FullName));
    }

    private void WriteLongAgo(string name)
    {
        File.WriteAllText(At(name), "ha");
        File.SetLastWriteTimeUtc(At(name), new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string At(string name) => Path.Combine(directory.FullName, name);

    private static Task Write(string file, string text) => WholeFile.Write(file, Encoding.UTF8.GetBytes(text), Cancel);

    private static IEnumerable<string?> Names(string directory) =>
        Directory.GetFiles(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
