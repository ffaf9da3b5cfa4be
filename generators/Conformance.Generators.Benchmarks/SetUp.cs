using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Conformance.Generators.Benchmarks;

/// <summary>How long it takes until every pattern of the documents is read and has given its first value.</summary>
[Config(typeof(Once))]
public class SetUp
{
    private readonly Draw _draw = new(42, "k7x2ma", 0);

    private ImmutableArray<Subject> _subjects = [];

    /// <summary>Interpretation the schemas is no part of it.</summary>
    [GlobalSetup]
    public void ReadSchemas() => _subjects = Subject.All;

    /// <summary>All patterns together, in a new source each time.</summary>
    [Benchmark]
    public int AllPatterns()
    {
        var source = new ValueSource();
        return _subjects.Sum(s => source.RandomMembers(s.Member, _draw).First().Class.Length);
    }

    // The first time counts: that is what a run waits for, code that is still to be compiled included.
    private sealed class Once : ManualConfig
    {
        public Once()
        {
            AddColumn(StatisticColumn.Min, StatisticColumn.Max);
            AddJob(
                Job.Dry.WithStrategy(RunStrategy.ColdStart)
                    .WithIterationCount(5)
                    .WithToolchain(InProcessNoEmitToolchain.Instance)
            );
        }
    }
}
