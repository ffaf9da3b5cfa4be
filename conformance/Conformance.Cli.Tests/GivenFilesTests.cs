using System.Text;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests;

/// <summary>The JSON files that the kit is given, with and without what editors and shells add to them.</summary>
public sealed class GivenFilesTests
{
    private const string Smallest = "nova-act/CreateWorkflowRun/modelId/required/rejected";
    private const string Pact =
        """{"consumer":{"name":"shop"},"provider":{"name":"nova-act"},"interactions":[{"description":"the moon","request":{"method":"GET","path":"/moon"},"response":{"status":404}}]}""";
    private const string Cases = """{"formatVersion":"1.0","cases":[]}""";

    private static readonly string Deep = new('[', 100_000);

    [Fact]
    public async Task PromotedCasesMayBeginWithAByteOrderMark()
    {
        using var scratch = new Scratch();
        var call = await Calls.Run(WithCases(scratch, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Cases)]));
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
    }

    [Fact]
    public async Task ResultsMayBeginWithAByteOrderMark()
    {
        using var scratch = new Scratch();
        await using var target = await WrongTarget.AcceptsTooLongModelId();
        string[] run = ["--target", $"{target.BaseAddress}", "--only", "*/modelId/maxLength/*", "--out", scratch.Path];
        Assert.Equal(1, (await Calls.Run(run)).ExitCode);
        scratch.Write("results.json", [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(scratch.Results)]);
        Assert.Equal(1, (await Calls.Run("replay", scratch.Results, "--out", scratch.At("again"))).ExitCode);
        var added = await Calls.Run("corpus", "add", scratch.Results, "--to", scratch.At("cases.json"));
        Assert.True(added.ExitCode == 0, added.Error);
    }

    [Fact]
    public async Task PactsMayBeginWithAByteOrderMark()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("shop.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Pact)]);
        var call = await Calls.Run("contracts", "--pact-dir", file, "--out", scratch.At("out"));
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
        var report = await ResultsJson.ReadFile(scratch.At("out/results.json"), TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Passed, Assert.Single(report.Verdicts).Outcome);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task AnotherEncodingIsNamed(string name)
    {
        using var scratch = new Scratch();
        var encoding = Encoding.GetEncoding(name);
        foreach (var marked in new[] { true, false })
        {
            byte[] Wide(string text) => [.. marked ? encoding.Preamble : [], .. encoding.GetBytes(text)];
            foreach (var args in EachReader(scratch, Wide))
                Assert.Contains("is in UTF-16 or UTF-32; save it as UTF-8", await Calls.Refusal(args));
        }
    }

    [Fact]
    public async Task ADeepFileIsASentence()
    {
        using var scratch = new Scratch();
        foreach (var args in EachReader(scratch, text => Encoding.UTF8.GetBytes($"{{{VersionIn(text)},\"x\":{Deep}")))
            Assert.Contains("depth of 64", await Calls.Refusal(args), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongNameInAFileIsShortened()
    {
        using var scratch = new Scratch();
        var text = $"{{\"{new string('x', 100_000)}\":{{\"y\":tru}}}}";
        foreach (var args in EachReader(scratch, _ => Encoding.UTF8.GetBytes(text)))
            Assert.InRange((await Calls.Refusal(args)).Length, 1, 2_000);
    }

    [Fact]
    public async Task AFileWithoutAnEndIsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is no endless file");
        using var scratch = new Scratch();
        Assert.Contains("holds more than", await Calls.Refusal("--config", "/dev/zero"), StringComparison.Ordinal);
        Assert.Contains("holds more than", await Calls.Refusal("contracts", "--pact-dir", "/dev/zero"));
    }

    /// <summary>Each format has a number of its own.</summary>
    private static string VersionIn(string text) =>
        $"\"formatVersion\":\"{(text.Contains("\"2.0\"", StringComparison.Ordinal) ? "2.0" : "1.0")}\"";

    private static IEnumerable<string[]> EachReader(Scratch scratch, Func<string, byte[]> written)
    {
        yield return WithCases(scratch, written(Cases));
        yield return ["replay", scratch.Write("given.json", written("""{"formatVersion":"2.0"}"""))];
        yield return ["corpus", "add", scratch.Write("given.json", written("""{"formatVersion":"2.0"}"""))];
        yield return
        [
            "contracts",
            "--pact-dir",
            scratch.Write("given.json", written(Pact)),
            "--out",
            scratch.At("out"),
        ];
    }

    private static string[] WithCases(Scratch scratch, byte[] cases)
    {
        scratch.Write("cases.json", cases);
        var config = scratch.Write("c.yaml", "corpus: cases.json");
        return ["--config", config, "--only", Smallest, "--out", scratch.At("out")];
    }
}
