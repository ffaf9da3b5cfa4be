using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Reports.Text;
using Conformance.Schemas;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>
/// What a configuration can name for an API: a table of blocks, since keys, examples and globs are there to be copied and
/// must not be folded into columns.
/// </summary>
public static class FixtureList
{
    private const string Indent = "      ";

    /// <summary>Writes the block of one API.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="planned">The API.</param>
    /// <param name="given">What a configuration names; null where none was given.</param>
    public static void Write(IAnsiConsole console, PlannedApi planned, Fixtures? given)
    {
        var needs = FixtureAdvice.Of(planned.Api);
        console.Line(Heading(planned.Api.Name, needs, given));
        foreach (var need in needs)
        {
            console.Line("");
            console.Line(given is null ? $"  {need.Name}" : $"  {need.Name} ({StateOf(need, given)})");
            WriteFolded(console, Indent, need.Says);
            if (need.Example.Length > 0)
                console.Line($"{Indent}such as {need.Example}");
            WriteHanging(console, planned, need.Name);
        }
        WriteLookedUp(console, planned.Api);
        console.Line("");
    }

    private static string Heading(string api, ImmutableArray<FixtureNeed> needs, Fixtures? given)
    {
        if (needs.IsEmpty)
            return $"{api}: no requirement needs a fixture";
        var heading = $"{api}: {Words.Count(needs.Length, "fixture")} under apis.{api}.fixtures";
        return given is null ? heading : $"{heading}, {needs.Count(n => given.For(n.Name) is null)} missing";
    }

    private static string StateOf(FixtureNeed need, Fixtures given) =>
        given.For(need.Name) is null ? "missing" : "given";

    private static void WriteHanging(IAnsiConsole console, PlannedApi planned, string name)
    {
        var ids = planned.Requirements.Where(r => r.Needs.Contains(name)).Select(r => r.Requirement.Id).ToList();
        if (ids.Count == 0)
        {
            console.Line($"{Indent}no requirement hangs on it");
            return;
        }
        var globs = IdGlobs.Of(ids, [.. planned.Requirements.Select(r => r.Requirement.Id)]);
        console.Line($"{Indent}{Words.Count(ids.Count, "requirement")}: {globs[0]}");
        foreach (var glob in globs.Skip(1))
            console.Line($"{Indent}  {glob}");
    }

    private static void WriteLookedUp(IAnsiConsole console, Api api)
    {
        var lookedUp = api.Documented.SelectMany(o => o.RequestMembers()).Where(m => m.IsLookedUp).ToList();
        if (lookedUp.Count == 0)
            return;
        console.Line("");
        WriteFolded(
            console,
            "  ",
            $"only for a target that looks values up: {string.Join(", ", lookedUp.Select(m => m.Path).Distinct())}"
        );
    }

    private static void WriteFolded(IAnsiConsole console, string indent, string text)
    {
        foreach (var line in Folded(text, console.Profile.Width - indent.Length))
            console.Line(indent + line);
    }

    private static IEnumerable<string> Folded(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
