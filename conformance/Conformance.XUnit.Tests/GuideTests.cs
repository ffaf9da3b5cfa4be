using System.Text.RegularExpressions;

namespace Conformance.XUnit.Tests;

/// <summary>What the guide shows compiles, as it is a part of these sources.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void EveryExampleOfTheGuideIsCompiledHere()
    {
        var sources = Read("ReferenceConforms.cs") + Read("GuideExamples.cs");
        var examples = Examples().Matches(Read("guide.md"));
        Assert.Equal(6, examples.Count);
        Assert.All(
            examples,
            example => Assert.Contains(example.Groups["code"].Value, sources, StringComparison.Ordinal)
        );
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(GuideTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?\n)```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();
}
