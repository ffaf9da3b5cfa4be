using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Conformance.Generators.Benchmarks;
using Conformance.Reports.Text;

// --figures FILE, before the arguments of the library: the document whose figures are written.
var (document, forLibrary) = args is ["--figures", var file, .. var rest] ? (file, rest) : (null, args);
var artifacts = Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts");
var summaries = BenchmarkSwitcher
    .FromAssembly(typeof(ValuesPerSecond).Assembly)
    .Run(forLibrary.Length == 0 ? ["--filter", "*"] : forLibrary, DefaultConfig.Instance.WithArtifactsPath(artifacts))
    .ToList();
if (document is not null)
    File.WriteAllText(
        document,
        MarkedBlock.Replace(File.ReadAllText(document), Figures.Block, Figures.Of(summaries, TimeProvider.System))
    );
var missed = Aims.MissedBy(summaries).ToList();
missed.ForEach(Console.Error.WriteLine);
return missed.Count == 0 ? 0 : 1;
