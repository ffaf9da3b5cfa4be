using Conformance.Reports.Writing;

namespace Conformance.Reports.Tests.Writing;

public sealed class OutputDirectoryTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void ADirectoryThatCanBeWrittenToIsMadeAndLeftEmpty()
    {
        Assert.Null(OutputDirectory.Problem(At("new/out"), ["a.txt"]));
        Assert.Empty(Directory.GetFileSystemEntries(At("new/out")));
    }

    [Theory]
    [InlineData("a-file", "a-file is a file")]
    [InlineData("a-file/below/it", "a-file is a file")]
    [InlineData("has-a-directory", "a.txt is a directory there")]
    [InlineData("nul\0", "Null character")]
    public void OneThatCannotSaysWhy(string name, string why)
    {
        File.WriteAllText(At("a-file"), "");
        Directory.CreateDirectory(At("has-a-directory/a.txt"));
        Assert.Contains(why, OutputDirectory.Problem(At(name), ["a.txt"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/proc/conformance")]
    [InlineData("/sys/conformance")]
    public void SoDoesOneThatNobodyMayMake(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have no such directories");
        Assert.NotEmpty(OutputDirectory.Problem(path, []) ?? "");
    }

    [Fact]
    public void AFileBesideOthersIsLookedAtAlone()
    {
        Directory.CreateDirectory(At("taken"));
        Assert.Contains("taken", OutputDirectory.ProblemOf(At("taken")), StringComparison.Ordinal);
        Assert.Null(OutputDirectory.ProblemOf(At("free")));
    }

    [Fact]
    public async Task OneThatCannotBeWrittenOrMadeKeepsNoOtherFromBeingWritten()
    {
        Directory.CreateDirectory(At("2.txt"));
        var unwritten = await OutputDirectory.Write(
            directory.FullName,
            [Text("1.txt"), Text("2.txt"), new("3.txt", () => throw new FormatException("of the kit")), Text("4.txt")],
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["2.txt", "3.txt"], unwritten.Select(file => file.Name));
        Assert.Null(unwritten[0].Fault);
        Assert.IsType<FormatException>(unwritten[1].Fault);
        Assert.Equal("the kit failed: FormatException: of the kit", unwritten[1].Why);
        Assert.Equal(["1.txt", "4.txt"], Directory.GetFiles(directory.FullName).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void WhatAnEarlierRunLeftIsRemovedAndWhatIsNotThereIsNoProblem()
    {
        File.WriteAllText(At("1.txt"), "");
        File.WriteAllText(At("2.txt"), "");
        Assert.Empty(OutputDirectory.Remove(directory.FullName, ["1.txt", "3.txt"]));
        Assert.Empty(OutputDirectory.Remove(At("no-such-directory"), ["1.txt"]));
        Assert.Equal(["2.txt"], Directory.GetFiles(directory.FullName).Select(Path.GetFileName));
    }

    private static FileContent Text(string name) =>
        new(name, () => Task.FromResult<ReadOnlyMemory<byte>>("x"u8.ToArray()));

    private string At(string name) => Path.Combine(directory.FullName, name);
}
