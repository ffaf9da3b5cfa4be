using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Conformance.Generators.Benchmarks;

var artifacts = Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts");
var summaries = BenchmarkSwitcher
    .FromAssembly(typeof(ValuesPerSecond).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, DefaultConfig.Instance.WithArtifactsPath(artifacts));
var missed = Aims.MissedBy(summaries).ToList();
missed.ForEach(Console.Error.WriteLine);
return missed.Count == 0 ? 0 : 1;
