using System.Globalization;
using Conformance.Apis;
using Conformance.Cli.Benchmarks;
using Conformance.Reports.Text;

namespace Conformance.Cli.Tests;

/// <summary>The figures of the guide are those of a run of all requirements that there are.</summary>
public sealed class BenchmarksGuideTests
{
    [Fact]
    public void ItMeasuresARunOfAllRequirements()
    {
        var all = Catalog
            .Load()
            .Sum(planned => planned.Requirements.Length)
            .ToString("#,0", CultureInfo.InvariantCulture);
        var block = MarkedBlock.In(Checkout.Read("conformance", "docs", "benchmarks.md"), BenchFigures.Block);
        Assert.True(
            block?.Contains($"| requirements | {all} | {all} |", StringComparison.Ordinal),
            $"expected {all} requirements; run ./run-conformance.sh bench --figures conformance/docs/benchmarks.md"
        );
    }
}
