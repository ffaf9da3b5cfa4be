using System.CommandLine;

namespace Conformance.Cli.Tests;

public sealed class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Root(Terminal.OfProcess());

    private static readonly ImmutableArray<Line> Commands = [.. Below(Root, "")];

    /// <summary>A command as it is typed.</summary>
    private sealed record Line(Command Command, string Typed)
    {
        public string[] Asking => [.. Typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];
    }

    public static TheoryData<string> Shown => [.. Commands.Where(IsShown).Select(c => c.Typed)];

    public static TheoryData<string> Hidden => [.. Commands.Where(c => !IsShown(c)).Select(c => c.Typed)];

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task EveryOptionAndCommandIsExplained(string typed)
    {
        var line = Commands.Single(c => c.Typed == typed);
        var help = await Calls.Run(line.Asking);
        Assert.Equal(0, help.ExitCode);
        Assert.Matches($@"Usage:\s+\S+ {typed}", help.Out);
        var names = line
            .Command.Subcommands.Where(c => !c.Hidden)
            .Select(c => c.Name)
            .Concat(line.Command.Options.Where(o => !o.Hidden).Select(o => o.Name));
        Assert.All(names, name => IsExplained(name, help.Out));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task AHiddenCommandIsNotShown(string typed)
    {
        var help = await Calls.Run("--help");
        Assert.DoesNotContain($"\n  {typed} ", help.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDocumentedCommandsAreThere() =>
        Assert.Superset(
            new HashSet<string> { "list", "serve", "replay", "corpus", "bench", "contracts", "relay", "selftest" },
            Root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToHashSet()
        );

    [Theory]
    [InlineData("0  conformant")]
    [InlineData("1  not conformant")]
    [InlineData("2  wrong usage")]
    [InlineData("3  inconclusive")]
    public async Task EveryExitCodeIsExplained(string says) => Assert.Contains(says, (await Calls.Run("--help")).Out);

    [Fact]
    public async Task TheVersionIsOneLine()
    {
        var version = await Calls.Run("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"\A[0-9]+\.[0-9]+\.[0-9]+\S*\s*\z", version.Out);
    }

    private static IEnumerable<Line> Below(Command command, string typed) =>
        command
            .Subcommands.SelectMany(c => Below(c, typed.Length == 0 ? c.Name : $"{typed} {c.Name}"))
            .Prepend(new Line(command, typed));

    private static bool IsShown(Line line) => !line.Command.Hidden;

    private static void IsExplained(string name, string help)
    {
        var line = Assert.Single(
            help.Split('\n'),
            line =>
                line.StartsWith($"  {name} ", StringComparison.Ordinal)
                || line.Contains($", {name} ", StringComparison.Ordinal)
        );
        Assert.True(line.Trim().Split("  ", 2).Length == 2, $"nothing explains {name}: {line}");
    }
}
