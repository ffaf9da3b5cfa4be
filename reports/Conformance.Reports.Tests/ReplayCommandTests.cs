using System.Text;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests;

public sealed class ReplayCommandTests
{
    private const string Id = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";

    [Fact]
    public void ItNamesTargetRequirementAndSeed() =>
        Assert.Equal(
            $"./run-conformance.sh --target https://target.example:8443/base --only '{Id}' --seed 42",
            ReplayCommand.For(SampleReports.Empty() with { Command = "" }, Id)
        );

    [Fact]
    public void TheEmbeddedTargetNeedsNoAddress() =>
        Assert.Equal(
            $"./run-conformance.sh --only '{Id}' --seed 42",
            ReplayCommand.For(
                SampleReports.Empty() with
                {
                    Command = "./run-conformance.sh",
                    Target = new("http://127.0.0.1:5000", IsEmbedded: true),
                },
                Id
            )
        );

    [Fact]
    public void TheConfigurationAndTheSeedOfTheRunAreKept() =>
        Assert.Equal(
            $"./run-conformance.sh --config mine.yaml --profile nightly --seed 7 --only '{Id}'",
            ReplayCommand.For(
                SampleReports.Empty() with
                {
                    Command = "./run-conformance.sh --config mine.yaml --profile nightly --seed 7",
                },
                Id
            )
        );

    [Fact]
    public void AShellReadsTheIdAsOneWordAndRunsNoPartOfIt()
    {
        const string Hostile = "a'b$(echo x)`echo y`;[]{}*\n\"";
        var command = ReplayCommand.For(
            SampleReports.Empty() with
            {
                Command = "show",
                Target = new("https://target.example/$(id)?a&b", IsEmbedded: false),
            },
            Hostile
        );
        var words = Encoding.UTF8.GetString(Bash.Run($"show() {{ printf '%s\\0' \"$@\"; }}\n{command}\n")).Split('\0');
        Assert.Equal(["--target", "https://target.example/$(id)?a&b", "--only", Hostile, "--seed", "42", ""], words);
    }
}
