using System.Text.RegularExpressions;

namespace Conformance.Architecture.Tests;

/// <summary>Time and chance come in as parameters; each has one home where it is made.</summary>
public sealed class BannedCallTests
{
    /// <summary>A call that would make a run differ from its seed, and the files that may make it.</summary>
    private sealed record Ban(string Pattern, string Instead, params string[] Homes);

    private static readonly Ban[] Bans =
    [
        new(
            @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b",
            "take a TimeProvider",
            // The validity of a certificate is held against the machine's clock.
            "conformance/Conformance.Engine.Tests/Http/Loopback.cs"
        ),
        new(@"\bRandom\.Shared\b", "take a seed"),
        new(@"\bnew (System\.)?Random\(\)", "take a seed"),
        new(
            @"\bGuid\.(NewGuid|CreateVersion7)\b",
            "take a Func<Guid>",
            "conformance/Conformance.Reference/ReferenceOptions.cs"
        ),
        new(
            @"\bRandomNumberGenerator\.",
            "take what is made of it",
            "conformance/Conformance.Cli/Terminal.cs",
            "conformance/Conformance.XUnit/ConformanceRun.cs"
        ),
        new(@"\bThread\.Sleep\b", "await the event itself"),
        new(@"\bTask\.Delay\(\s*(TimeSpan\.From\w+\(\s*)?[0-9]", "await the event itself, or take a TimeProvider"),
    ];

    [Fact]
    public void TimeAndChanceAreMadeOnlyAtHome()
    {
        var calls =
            from file in Repository.Files(".cs", ".razor")
            from ban in Bans
            where !ban.Homes.Contains(file.Path)
            from line in file.Lines().Index()
            where Regex.IsMatch(line.Item, ban.Pattern)
            select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}; {ban.Instead}";
        Offences.None(calls);
    }

    [Fact]
    public void EveryHomeIsStillInUse()
    {
        var files = Repository.Files(".cs").ToDictionary(f => f.Path);
        var empty =
            from ban in Bans
            from home in ban.Homes
            where !files.TryGetValue(home, out var file) || !file.Lines().Any(l => Regex.IsMatch(l, ban.Pattern))
            select $"{home} no longer needs {ban.Pattern}; take it off the list";
        Offences.None(empty);
    }
}
