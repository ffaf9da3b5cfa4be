using System.Collections.Concurrent;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace Conformance.XUnit.Tests;

/// <summary>How a row ended, in xunit's own words.</summary>
internal enum Ended
{
    Passed,
    FailedAssertion,
    FailedOtherwise,
    Skipped,
}

/// <summary>What xunit tells of one row.</summary>
internal sealed record Told(string Name, Ended How, string Text, ImmutableArray<string> Warnings);

/// <summary>
/// Runs one test class as xunit's runners do, and keeps what they are told. The classes are internal: what isn't exported
/// is no part of this project's own run, so they may fail.
/// </summary>
internal static class XunitRun
{
    private static readonly XunitTestFramework Framework = new();

    /// <summary>The rows of a class as a runner lists them, when its settings ask for theories as a whole.</summary>
    public static async Task<IReadOnlyList<ITestCase>> List<TTests>()
    {
        var cases = new List<ITestCase>();
        var options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = false });
        await Framework
            .GetDiscoverer(typeof(TTests).Assembly)
            .Find(
                found =>
                {
                    cases.Add(found);
                    return ValueTask.FromResult(true);
                },
                options,
                [typeof(TTests)],
                TestContext.Current.CancellationToken
            );
        return cases;
    }

    public static async Task<IReadOnlyList<Told>> Of<TTests>()
    {
        var cases = await List<TTests>();
        var sink = new Sink();
        await Framework
            .GetExecutor(typeof(TTests).Assembly)
            .RunTestCases(
                cases,
                sink,
                TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration()),
                TestContext.Current.CancellationToken
            );
        return sink.Rows();
    }

    private sealed class Sink : IMessageSink
    {
        private readonly ConcurrentDictionary<string, string> names = new();
        private readonly ConcurrentDictionary<string, ImmutableArray<string>> warnings = new();
        private readonly ConcurrentBag<(string Test, Ended How, string Text)> ends = [];

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestStarting starting:
                    names[starting.TestUniqueID] = starting.TestDisplayName;
                    break;
                case ITestFinished finished:
                    warnings[finished.TestUniqueID] = [.. finished.Warnings ?? []];
                    break;
                case ITestPassed passed:
                    ends.Add((passed.TestUniqueID, Ended.Passed, passed.Output));
                    break;
                case ITestSkipped skipped:
                    ends.Add((skipped.TestUniqueID, Ended.Skipped, skipped.Reason));
                    break;
                case ITestFailed failed:
                    var how = failed.Cause == FailureCause.Assertion ? Ended.FailedAssertion : Ended.FailedOtherwise;
                    ends.Add((failed.TestUniqueID, how, string.Join('\n', failed.Messages)));
                    break;
            }
            return true;
        }

        public IReadOnlyList<Told> Rows() =>
            [
                .. ends.Select(e => new Told(names[e.Test], e.How, e.Text, warnings.GetValueOrDefault(e.Test, [])))
                    .OrderBy(told => told.Name, StringComparer.Ordinal),
            ];
    }
}
