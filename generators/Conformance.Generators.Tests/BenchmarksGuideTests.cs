using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Tests;

/// <summary>The figures of the guide are those of the patterns that there are.</summary>
public sealed class BenchmarksGuideTests
{
    private const string Command =
        "dotnet run -c Release --project generators/Conformance.Generators.Benchmarks -- --figures conformance/docs/benchmarks.md";

    [Fact]
    public void ItMeasuresEveryPatternWithTheStatesThatItHas()
    {
        var measured = Regex
            .Matches(Guide(), @"^\| `\w+` \| (?<states>[\d,]+) \| [\d,]+ \| [\d,]+ \|$", RegexOptions.Multiline)
            .Select(row =>
                int.Parse(row.Groups["states"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            )
            .Order();
        var patterns = SchemaCatalog
            .Embedded()
            .SelectMany(api => api.Documented)
            .SelectMany(operation => operation.RequestMembers())
            .Where(member => member.Find<Pattern>() is not null)
            .Select(member => (Pattern: member.Find<Pattern>()!, Limits.Of(member).Horizon))
            .DistinctBy(it => (it.Pattern.Text, it.Horizon))
            .Select(it => new PatternLibrary().Language(it.Pattern, it.Horizon).States)
            .Order();
        Assert.True(patterns.SequenceEqual(measured), $"the figures are old; write them anew: {Command}");
    }

    private static string Guide([CallerFilePath] string file = "") =>
        File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "conformance", "docs", "benchmarks.md")
        );
}
