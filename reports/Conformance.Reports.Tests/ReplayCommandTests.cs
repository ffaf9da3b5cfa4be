using System.Text;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests;

public sealed class ReplayCommandTests
{
    private const string Id = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";

    private static RunReport Report => SampleReports.Empty();

    [Fact]
    public void ItNamesTargetRequirementAndSeed() =>
        Assert.Equal(
            $"./run-conformance.sh --target https://target.example:8443/base --only '{Id}' --seed 42",
            ReplayCommand.For(Report, Id)
        );

    [Fact]
    public void TheEmbeddedTargetNeedsNoAddress()
    {
        var report = Report with
        {
            Request = Report.Request with { Target = null },
            Target = new("http://127.0.0.1:5000", IsEmbedded: true),
        };
        Assert.Equal($"./run-conformance.sh --only '{Id}' --seed 42", ReplayCommand.For(report, Id));
    }

    [Fact]
    public void ATargetThatOnlyTheEnvironmentNamedIsNamed()
    {
        var report = Report with { Request = Report.Request with { Target = null } };
        Assert.Equal(
            $"./run-conformance.sh --target https://target.example:8443/base --only '{Id}' --seed 42",
            ReplayCommand.For(report, Id)
        );
    }

    [Fact]
    public void TheConfigurationAndTheSeedOfTheRunAreKeptAndWhatItWasLimitedToIsNot()
    {
        var request = Report.Request with
        {
            Target = null,
            Config = "mine.yaml",
            Only = ["*/modelId/*", "*/name/*"],
            Profile = "nightly",
            Parallel = 4,
            IsStrict = true,
            Seed = 7,
        };
        Assert.Equal(
            $"./run-conformance.sh --config mine.yaml --only '{Id}' --profile nightly --parallel 4 --strict --seed 7",
            ReplayCommand.For(Report with { Request = request }, Id)
        );
    }

    [Fact]
    public void AShellReadsEachValueAsOneWordAndRunsNoPartOfIt()
    {
        const string Hostile = "a'b$(echo x)`echo y`;[]{}*\n\"";
        var report = Report with { Request = Report.Request with { Target = "https://target.example/$(id)?a&b" } };
        var command = ReplayCommand
            .For(report, Hostile)
            .Replace("./run-conformance.sh", "show", StringComparison.Ordinal);
        var words = Encoding.UTF8.GetString(Bash.Run($"show() {{ printf '%s\\0' \"$@\"; }}\n{command}\n")).Split('\0');
        Assert.Equal(["--target", "https://target.example/$(id)?a&b", "--only", Hostile, "--seed", "42", ""], words);
    }
}
