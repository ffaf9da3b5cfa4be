using System.Text.RegularExpressions;

namespace Conformance.Architecture.Tests;

public sealed partial class LinkTests
{
    [Fact]
    public void EveryLinkBetweenDocumentsLeadsSomewhere()
    {
        var dead =
            from document in Repository.Files(".md")
            from link in Link().Matches(File.ReadAllText(document.FullPath)).Select(m => m.Groups[1].Value)
            where !link.Contains("://", StringComparison.Ordinal)
            let target = Path.Combine(Path.GetDirectoryName(document.FullPath)!, link.Split('#')[0])
            where !Path.Exists(target)
            select $"{document.Path} links to {link}, which is not there";
        Offences.None(dead);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
