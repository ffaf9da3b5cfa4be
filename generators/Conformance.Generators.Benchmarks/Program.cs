using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Conformance.Generators.Benchmarks;

var artifacts = Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts");
BenchmarkSwitcher
    .FromAssembly(typeof(ValuesPerSecond).Assembly)
    .Run(args, DefaultConfig.Instance.WithArtifactsPath(artifacts));
