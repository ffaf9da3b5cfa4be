using System.Text.RegularExpressions;

namespace Conformance.Architecture.Tests;

/// <summary>Where things stand, how long they are and how they are named.</summary>
public sealed partial class LayoutTests
{
    private const int MostLines = 250;

    private static readonly string[] TopLevel =
    [
        "conformance",
        "generators",
        "schemas",
        "reports",
        ".ci",
        ".config",
        ".github",
    ];

    [Fact]
    public void NoOtherFolderStandsAtTheTop()
    {
        var others = new DirectoryInfo(Repository.Root)
            .EnumerateDirectories()
            .Where(folder => !TopLevel.Contains(folder.Name) && !Repository.IsMade(folder))
            .Select(folder => folder.Name);
        Offences.None(others);
    }

    [Fact]
    public void AReportMayStandAnywhere()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-");
        try
        {
            Assert.False(Repository.IsMade(folder));
            File.WriteAllText(Path.Combine(folder.FullName, "results.json"), "{}");
            Assert.True(Repository.IsMade(folder));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void NoSourceFileIsTooLong()
    {
        var tooLong =
            from file in Repository.Files(".cs", ".razor", ".css", ".js", ".sh", "run")
            let lines = file.Lines().Length
            where lines > MostLines
            select $"{file.Path} has {lines} lines; at most {MostLines}: split it by subject";
        Offences.None(tooLong);
    }

    [Fact]
    public void NoNameSaysNothing()
    {
        var files = Repository.Files(".cs", ".razor").Where(f => Empty().IsMatch(f.Name)).Select(f => f.Path);
        var types =
            from file in Repository.Files(".cs")
            from line in file.Lines()
            from match in TypeName().Matches(line)
            where Empty().IsMatch(match.Groups[1].Value)
            select $"{file.Path}: {match.Groups[1].Value}; name what it is in the domain";
        Offences.None(files.Concat(types));
    }

    [Fact]
    public void ANamespaceIsItsFolder()
    {
        var astray =
            from file in Repository.Files(".cs")
            let declared = file.Lines().Select(l => Namespace().Match(l)).FirstOrDefault(m => m.Success)
            where declared is not null
            let folder = file.Folder[(file.Folder.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.')
            where declared.Groups[1].Value != folder
            select $"{file.Path} declares {declared.Groups[1].Value}; expected {folder}";
        Offences.None(astray);
    }

    [GeneratedRegex("(Manager|Helper|Utils|Util|Common)s?$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) (?:class |struct )?([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex Namespace();
}
