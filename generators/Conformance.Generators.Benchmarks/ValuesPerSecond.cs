using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Conformance.Generators.Benchmarks;

/// <summary>Values per second on one core, after set-up, for each pattern of the documents.</summary>
[Config(typeof(InProcess))]
public class ValuesPerSecond
{
    private const int Values = 2_000;

    private readonly ValueSource _source = new();

    public static IEnumerable<Subject> Subjects => Subject.All;

    /// <summary>The pattern.</summary>
    [ParamsSource(nameof(Subjects))]
    public Subject Of { get; set; } = null!;

    /// <summary>Members of the pattern, of every legal length alike.</summary>
    [Benchmark(OperationsPerInvoke = Values)]
    public int Valid() => Count(_source.RandomMembers(Of.Member, Draw));

    /// <summary>Texts one edit outside the pattern, and with nothing else wrong.</summary>
    [Benchmark(OperationsPerInvoke = Values)]
    public int NearMiss() => Count(_source.RandomNearMisses(Of.Member, Of.Pattern, Draw));

    private static Draw Draw => new(42, "k7x2ma", 0);

    private static int Count(IEnumerable<Sample> samples) => samples.Take(Values).Sum(sample => sample.Class.Length);

    private sealed class InProcess : ManualConfig
    {
        public InProcess()
        {
            AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance).WithIterationCount(8));
            AddColumn(StatisticColumn.OperationsPerSecond, new StatesColumn());
            SummaryStyle = SummaryStyle.Default.WithMaxParameterColumnWidth(40);
        }
    }
}
