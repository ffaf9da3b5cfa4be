using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests.Corpus;

public sealed partial class FrozenCorpusTests(FrozenCorpusTests.Usual usual) : IClassFixture<FrozenCorpusTests.Usual>
{
    private const string Some = "*/CreateWorkflowRun/*";

    [Fact]
    public async Task TheSameSeedAndRunIdGiveTheSameBytesHoweverManyAtOnce()
    {
        using var scratch = new Scratch();
        await Freeze("--parallel", "16", "--out", scratch.At("deep/er/other.jsonl"));
        Assert.Equal(usual.Hash, Hash(scratch.At("deep/er/other.jsonl")));
        var text = await File.ReadAllTextAsync(scratch.At("deep/er/other.jsonl"), Cancel);
        // Ports and the identifiers that the target gave differ from run to run.
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.Contains("{given}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsDigestIsTheOneThatARunReports()
    {
        using var scratch = new Scratch();
        await Freeze("--seed", "7", "--run-id", "abc123", "--out", scratch.Path);
        await Calls.Run(["--profile", "smoke", "--only", Some, "--seed", "7", "--out", scratch.Path]);
        var report = await ResultsJson.ReadFile(scratch.Results, Cancel);
        var lines = await File.ReadAllLinesAsync(scratch.At("corpus.jsonl"), Cancel);
        using var head = JsonDocument.Parse(lines[0]);
        Assert.Equal(report.RequestsDigest, head.RootElement.GetProperty("requestsDigest").GetString());
        Assert.Equal(lines.Length - 1, head.RootElement.GetProperty("requests").GetInt32());
        Assert.Equal(report.RequestsDigest, Recomputed(lines.Skip(1)));
    }

    [Fact]
    public async Task TheEnvironmentOfTheMachineChangesNothing()
    {
        using var scratch = new Scratch();
        var environment = new Dictionary<string, string>
        {
            ["CONFORMANCE_TARGET"] = "http://127.0.0.1:9/",
            ["CONFORMANCE_REQUEST_TIMEOUT_SECONDS"] = "0.001",
            ["REFERENCE_BEARER_TOKEN"] = "another",
        };
        var call = await Calls.Run(environment, [.. Command, "--out", scratch.At("other.jsonl")]);
        Assert.Equal(0, call.ExitCode);
        Assert.Equal(usual.Hash, Hash(scratch.At("other.jsonl")));
    }

    [Fact]
    public async Task AnotherSeedOrRunIdGivesOtherBytes()
    {
        using var scratch = new Scratch();
        await Freeze("--seed", "2", "--out", scratch.At("two.jsonl"));
        await Freeze("--run-id", "abc123", "--out", scratch.At("three.jsonl"));
        string[] hashes = [usual.Hash, Hash(scratch.At("two.jsonl")), Hash(scratch.At("three.jsonl"))];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData("unknown API", "corpus", "--api", "nova")]
    [InlineData("no requirement matches", "corpus", "--only", "nothing/*")]
    [InlineData("see ./run-conformance.sh corpus --help", "corpus", "--target", "http://127.0.0.1/")]
    [InlineData("see ./run-conformance.sh corpus add --help", "corpus", "add")]
    public async Task WhatCanNotBeMeantIsRefused(string because, params string[] args)
    {
        var call = await Calls.Run(args);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains(because, Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>The corpus with the seed and the run id that are usual, made by one requirement after the other.</summary>
    public sealed class Usual : IAsyncLifetime
    {
        internal string Hash { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            using var scratch = new Scratch();
            await Freeze("--parallel", "1", "--out", scratch.At("usual.jsonl"));
            Hash = FrozenCorpusTests.Hash(scratch.At("usual.jsonl"));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private static readonly string[] Command = ["corpus", "--profile", "smoke", "--only", Some];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task Freeze(params string[] args)
    {
        var call = await Calls.Run([.. Command, .. args]);
        Assert.True(call.ExitCode == 0, call.Error);
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    /// <summary>abc123 as it stands, percent-encoded once or more, in JSON escapes or in UTF-16.</summary>
    [GeneratedRegex(
        @"(?:a|%(?:25)*61|\\u0061)\0?(?:b|%(?:25)*62|\\u0062)\0?(?:c|%(?:25)*63|\\u0063)\0?"
            + @"(?:1|%(?:25)*31|\\u0031)\0?(?:2|%(?:25)*32|\\u0032)\0?(?:3|%(?:25)*33|\\u0033)\0?"
    )]
    private static partial Regex RunId();

    /// <summary>The digest by the recipe of the guide.</summary>
    private static string Recomputed(IEnumerable<string> lines)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var (scope, hash) in lines
                .Select(Digested)
                .OrderBy(l => l.Scope, StringComparer.Ordinal)
                .ThenBy(l => l.Turn)
                .ThenBy(l => l.Hash, StringComparer.Ordinal)
                .Select(l => (l.Scope, l.Hash))
        )
            all.AppendData(Encoding.UTF8.GetBytes($"{scope} {hash}\n"));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static (string Scope, int Turn, string Hash) Digested(string line)
    {
        using var json = JsonDocument.Parse(line);
        var request = json.RootElement;
        var body = request.TryGetProperty("body", out var given) ? Body(given) : "";
        var type = request.TryGetProperty("contentType", out var contentType) ? contentType.GetString() : "";
        var framing = request.TryGetProperty("framing", out var framed) ? $"\n{framed.GetString()}" : "";
        var text = $"{request.GetProperty("method")} {request.GetProperty("target")}\n{type}{framing}\n{body}";
        text = RunId().Replace(text, "{run}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)));
        return (request.GetProperty("scope").GetString()!, request.GetProperty("turn").GetInt32(), hash);
    }

    private static string Body(JsonElement body)
    {
        var content = body.GetProperty("content").GetString()!;
        return Encoding.Latin1.GetString(
            body.GetProperty("encoding").GetString() == "base64"
                ? Convert.FromBase64String(content)
                : Encoding.UTF8.GetBytes(content)
        );
    }
}
