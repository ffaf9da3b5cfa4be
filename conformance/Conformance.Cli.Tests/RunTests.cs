using System.Net;
using System.Net.Sockets;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

public sealed class RunTests
{
    private const string Lengths = "nova-act/*/modelId/m*Length/*";

    [Fact]
    public async Task TheEmbeddedTargetConformsAndTheFourFilesAreWritten()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run("--only", Lengths, "--out", scratch.Path);
        Assert.Equal(0, call.ExitCode);
        Assert.Contains("CONFORMANT", call.Out);
        Assert.Contains($"report: {scratch.At("report.html")}", call.Out);
        Assert.Equal(
            ["junit.xml", "report.html", "results.json", "summary.md"],
            Directory.EnumerateFiles(scratch.Path).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task TheReportNamesSeedRunAndCommand()
    {
        using var scratch = new Scratch();
        await Calls.Run("--only", Lengths, "--seed", "42", "--run-id", "abc123", "--out", scratch.Path);
        var report = await Read(scratch);
        Assert.Equal(42, report.Seed);
        Assert.Equal("abc123", report.RunId);
        Assert.Equal($"./run-conformance.sh --only '{Lengths}' --seed 42", report.Command);
        Assert.Equal((scratch.Path, "abc123"), (report.Request.Out, report.Request.RunId));
        Assert.All(report.Verdicts, v => Assert.Contains("/modelId/m", v.Requirement.Id));
    }

    [Theory]
    [InlineData("smoke", 1)]
    [InlineData("nightly", Calls.FreshSeed)]
    public async Task OnlyTheNightlyProfileTakesAFreshSeed(string profile, long seed)
    {
        using var scratch = new Scratch();
        await Calls.Run("--profile", profile, "--only", "*/modelId/required/*", "--out", scratch.Path);
        Assert.Equal(seed, (await Read(scratch)).Seed);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1", "16")]
    public async Task TheSameSeedSendsTheSameRequestsHoweverManyAtOnce(string first, string second)
    {
        using var one = new Scratch();
        using var other = new Scratch();
        await Calls.Run("--only", Lengths, "--parallel", first, "--run-id", "first1", "--out", one.Path);
        await Calls.Run("--only", Lengths, "--parallel", second, "--run-id", "secnd2", "--out", other.Path);
        Assert.Equal((await Read(one)).RequestsDigest, (await Read(other)).RequestsDigest);
    }

    [Fact]
    public async Task ATargetThatReturnsNoJsonIsNotConformantAndNoFaultOfTheKit()
    {
        await using var target = await WrongTarget.ReturnsNoJson();
        using var scratch = new Scratch();
        var call = await Calls.Run("--target", $"{target.BaseAddress}", "--profile", "smoke", "--out", scratch.Path);
        Assert.Equal(1, call.ExitCode);
        Assert.DoesNotContain((await Read(scratch)).Verdicts, v => v.Outcome == Outcome.Errored);
    }

    [Fact]
    public async Task ATargetOutOfReachIsNotDecidedAndTheReportSaysSo()
    {
        using var scratch = new Scratch();
        // Bound and not listening: connections are refused, and nobody else can get the port meanwhile.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var call = await Calls.Run(
            "--target",
            $"http://{deaf.LocalEndPoint}/",
            "--only",
            Lengths,
            "--out",
            scratch.Path
        );
        Assert.Equal(3, call.ExitCode);
        Assert.Contains("INCONCLUSIVE", call.Out);
        Assert.Contains("out of reach", call.Out);
        Assert.Contains("out of reach", (await Read(scratch)).InconclusiveBecause);
        Assert.Contains("out of reach", await File.ReadAllTextAsync(scratch.At("report.html"), Cancel));
    }

    [Fact]
    public async Task ARunThatIsInterruptedReportsAndIsNotDecided()
    {
        using var scratch = new Scratch();
        using var console = new RecordedConsole(new Dictionary<string, string>());
        using var interrupted = new CancellationTokenSource();
        // The first thing that the run says of the target comes after it was planned and before anything is judged.
        var noticing = new NoticingWriter("Testing", interrupted.Cancel);
        var terminal = console.Terminal with { Error = Terminal.Console(noticing, isRedirected: true) };
        var exitCode = await CommandLine.Run(["--out", scratch.Path], terminal, interrupted.Token);
        Assert.Equal(3, exitCode);
        var report = await Read(scratch);
        Assert.NotNull(report.IncompleteBecause);
        Assert.All(report.Verdicts, v => Assert.Equal(SkipReason.Interrupted, v.Skip));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<RunReport> Read(Scratch scratch) => ResultsJson.ReadFile(scratch.Results, Cancel);
}
