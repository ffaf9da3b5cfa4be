using Conformance.HostileTargets.Tests.Judging;
using Conformance.Reports;

namespace Conformance.HostileTargets.Tests.Guide;

/// <summary>
/// The command that writes the document: it runs only where it is asked for, and takes some minutes.
/// <c>HOSTILE_TARGETS</c> names the targets to measure again, as globs over their names with blanks between; the others keep
/// their lines.
/// </summary>
public sealed class WritingTheGuide
{
    private const double Megabyte = 1_000_000;

    [Fact(Explicit = true)]
    public async Task TheProgramIsMeasuredAgainstEveryTarget()
    {
        var cancel = TestContext.Current.CancellationToken;
        var globs = (Environment.GetEnvironmentVariable("HOSTILE_TARGETS") ?? "*").Split(' ');
        var objections = new List<string>();
        foreach (var target in AllTargets.List.Where(t => globs.Any(glob => RequirementGlob.Matches(glob, t.Name))))
        {
            using var scratch = new Scratch();
            var measured = await ChildProcess.Run(target, scratch.Path, cancel);
            var row = Row(target, measured);
            var document = await File.ReadAllTextAsync(HostileTargetsGuide.File, cancel);
            await File.WriteAllTextAsync(HostileTargetsGuide.File, HostileTargetsGuide.With(document, [row]), cancel);
            objections.AddRange(ObjectionsTo(target, measured));
            TestContext.Current.TestOutputHelper!.WriteLine(row.Write());
        }
        Assert.True(objections.Count == 0, string.Join("\n", objections));
    }

    private static GuideRow Row(HostileTarget target, ChildProcess.Measured measured) =>
        new(
            target.Name,
            target.Says,
            measured.ExitCode is { } code ? ExpectedVerdict.Word(code) : "it did not end",
            measured.Seconds,
            measured.MemoryBytes / Megabyte,
            measured.ReportBytes / Megabyte
        );

    private static IEnumerable<string> ObjectionsTo(HostileTarget target, ChildProcess.Measured measured)
    {
        var problems = measured.Trial is { } trial
            ? Objections.To(target, trial)
            : [$"no report, exit code {measured.ExitCode}: {measured.Output}"];
        return problems.Concat(Printed.Problems(measured.Output)).Select(problem => $"{target.Name}: {problem}");
    }
}
