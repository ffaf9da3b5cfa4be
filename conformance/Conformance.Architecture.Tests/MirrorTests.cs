namespace Conformance.Architecture.Tests;

/// <summary>The tests of the engine stand where their subjects do.</summary>
public sealed class MirrorTests
{
    private const string Engine = "conformance/Conformance.Engine";
    private const string Tests = Engine + ".Tests";
    private const string Ending = "Tests";

    private static readonly ILookup<string, SourceFile> ByFolder = Repository.Files(".cs").ToLookup(f => f.Folder);

    [Fact]
    public void EveryFolderOfTheEngineHasItsMirrorWithTests()
    {
        var untested =
            from folder in Folders(Engine)
            let mirror = MirrorOf(folder)
            where !ByFolder[mirror].Any(ConstraintCheckTests)
            select $"{folder} has no tests; add one to {mirror}";
        Offences.None(untested);
    }

    [Fact]
    public void ATestClassStandsInTheMirrorOfItsSubjectsFolder()
    {
        var subjects = Folders(Engine)
            .SelectMany(folder => ByFolder[folder])
            .ToLookup(f => f.Name, f => MirrorOf(f.Folder));
        var astray =
            from folder in Folders(Tests)
            from file in ByFolder[folder]
            where file.Name.EndsWith(Ending, StringComparison.Ordinal)
            let mirrors = subjects[file.Name[..^Ending.Length]].ToList()
            where mirrors.Count > 0 && !mirrors.Contains(folder)
            select $"{file.Path}; expected it in {string.Join(" or ", mirrors)}, where its subject's mirror is";
        Offences.None(astray);
    }

    /// <summary>The folder itself and all below it that hold code.</summary>
    private static IEnumerable<string> Folders(string root) =>
        ByFolder.Select(g => g.Key).Where(f => f == root || f.StartsWith(root + "/", StringComparison.Ordinal));

    private static string MirrorOf(string folder) => Tests + folder[Engine.Length..];

    private static bool ConstraintCheckTests(SourceFile file) =>
        file.Lines().Any(line => line.Trim() is "[Fact]" or "[Theory]");
}
