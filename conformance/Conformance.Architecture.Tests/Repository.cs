using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Conformance.Architecture.Tests;

/// <summary>A file of the checkout, with its path from the root in forward slashes.</summary>
internal sealed record SourceFile(string Path, string FullPath)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsTest => Path.Contains(".Tests/", StringComparison.Ordinal);

    public string[] Lines() => File.ReadAllLines(FullPath);

    public XDocument Xml() => XDocument.Load(FullPath);
}

/// <summary>The checkout that these tests were built from, without what is built or made in it.</summary>
internal static class Repository
{
    private static readonly string[] Made =
    [
        "bin",
        "obj",
        "out",
        "node_modules",
        "TestResults",
        ".git",
        ".vs",
        ".idea",
        ".vscode",
    ];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Every file whose name ends like this, ordered by path.</summary>
    public static IReadOnlyList<SourceFile> Files(params string[] endings) =>
        [
            .. Under(new DirectoryInfo(Root))
                .Where(file => endings.Any(e => file.Name.EndsWith(e, StringComparison.Ordinal)))
                .Select(file => new SourceFile(
                    Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'),
                    file.FullName
                ))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

    public static IReadOnlyList<SourceFile> Projects() => Files(".csproj");

    /// <summary>Whether a folder is not part of the project: made by a tool, or a report's, wherever --out put it.</summary>
    public static bool IsMade(DirectoryInfo folder) =>
        Made.Contains(folder.Name) || folder.EnumerateFiles("results.json").Any();

    private static IEnumerable<FileInfo> Under(DirectoryInfo directory) =>
        directory.EnumerateFiles().Concat(directory.EnumerateDirectories().Where(d => !IsMade(d)).SelectMany(Under));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
