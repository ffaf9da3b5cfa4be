using System.Text.RegularExpressions;

namespace Conformance.Architecture.Tests;

/// <summary>The folders of the engine stand in one line: each uses only those before it.</summary>
public sealed partial class FolderOrderTests
{
    private const string Engine = "conformance/Conformance.Engine";

    /// <summary>The same line as in conformance/docs/architecture.md.</summary>
    private static readonly string[] Line =
    [
        "Http",
        "Exchanges",
        "Configuration",
        "Webhooks",
        "Requests",
        "Testing",
        "Rules",
        "Behaviours",
        "Planning",
        "Running",
    ];

    [Fact]
    public void EveryFolderHasItsPlaceInTheLine() =>
        Offences.None(
            Files().Select(FolderOf).Distinct().Where(folder => !Line.Contains(folder)).Select(f => $"{Engine}/{f}")
        );

    [Fact]
    public void EveryPlaceInTheLineHasItsFolder() => Offences.None(Line.Except(Files().Select(FolderOf)));

    [Fact]
    public void AFolderUsesOnlyThoseBeforeIt()
    {
        var refused =
            from file in Files()
            let own = Array.IndexOf(Line, FolderOf(file))
            from line in file.Lines()
            from used in Mention().Matches(line).Select(m => m.Groups[1].Value)
            where Array.IndexOf(Line, used) > own
            select $"{file.Path} uses {used}, which stands after {Line[own]} in the line; move one of the two";
        Offences.None(refused.Distinct());
    }

    /// <summary>A namespace can be named in part where a using directive is not needed.</summary>
    [Theory]
    [InlineData("using Conformance.Engine.Running;", "Running")]
    [InlineData("    Engine.Planning.Selection selection", "Planning")]
    [InlineData("    Rules.RuleBook.All", "Rules")]
    [InlineData("    test.Rules.All", null)]
    public void AMentionIsFound(string line, string? folder) =>
        Assert.Equal(folder, Mention().Match(line) is { Success: true } match ? match.Groups[1].Value : null);

    private static IEnumerable<SourceFile> Files() =>
        Repository.Files(".cs").Where(f => f.Folder.StartsWith(Engine + "/", StringComparison.Ordinal));

    private static string FolderOf(SourceFile file) => file.Folder[(Engine.Length + 1)..].Split('/')[0];

    [GeneratedRegex(
        @"(?:\bEngine\.|(?<![\w.]))(Http|Exchanges|Configuration|Webhooks|Requests|Testing|Rules|Behaviours|Planning|Running)(?=\.[A-Z]|;)"
    )]
    private static partial Regex Mention();
}
