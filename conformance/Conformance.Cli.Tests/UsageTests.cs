namespace Conformance.Cli.Tests;

/// <summary>What can't be carried out as it was given ends with 2 and one line that says what to do.</summary>
public sealed class UsageTests
{
    private static readonly string Long = new('x', 1_000_000);

    [Theory]
    [InlineData("see ./run-conformance.sh --help", "--bogus")]
    [InlineData("see ./run-conformance.sh --help", "bogus")]
    [InlineData("see ./run-conformance.sh --help", "--target")]
    [InlineData("see ./run-conformance.sh list --help", "list", "--bogus")]
    [InlineData("see ./run-conformance.sh replay --help", "replay")]
    [InlineData("see ./run-conformance.sh serve --help", "serve", "--port", "many")]
    [InlineData("expected one of bedrock-flows", "--api", "nova")]
    [InlineData("CreateWorkflowRun", "--operation", "CreateWorkflowRuns")]
    [InlineData("expected something like http://", "--target", "localhost:8080")]
    [InlineData("expected something like http://", "--target", "ftp://127.0.0.1/")]
    [InlineData("give the base URL alone", "--target", "http://127.0.0.1/?a=b")]
    [InlineData("name them under auth", "--target", "http://user:secret@127.0.0.1/")]
    [InlineData("has port 0, where nobody can listen", "--target", "http://127.0.0.1:0")]
    [InlineData("has an IPv6 zone", "--target", "http://[fe80::1%25eth0]/")]
    [InlineData("is not a valid URL of a target", "--target", "http://127.0.0.1:65536")]
    [InlineData("is not a valid URL of a target", "--target", "http://:8080")]
    [InlineData("give the base URL alone", "--target", "http://127.0.0.1/#a")]
    [InlineData("has port 0, where nobody can listen", "contracts", "--broker", "http://127.0.0.1:0")]
    [InlineData(
        "has port 0, where nobody can listen",
        "contracts",
        "--pact-dir",
        ".",
        "--state-url",
        "http://127.0.0.1:0/states"
    )]
    [InlineData("takes a whole number", "--seed", "first")]
    [InlineData("takes a whole number", "--seed", "9223372036854775808")]
    [InlineData("from 1 to 1024", "--parallel", "0")]
    [InlineData("from 1 to 1024", "--parallel", "-1")]
    [InlineData("from 1 to 1024", "--parallel", "1025")]
    [InlineData("6 lowercase letters or digits", "--run-id", "ABCDEF")]
    [InlineData("6 lowercase letters or digits", "--run-id", "abcde")]
    [InlineData("expected smoke, standard or nightly", "--profile", "weekly")]
    [InlineData("list shows all ids", "--only", "nova-act/*/nothing")]
    [InlineData("list shows all ids", "--only", "*/modelId/*", "--only", "typo")]
    [InlineData("leave one of them out", "--operation", "CreateWorkflowDefinition", "--only", "*/modelId/*")]
    [InlineData("list without it shows all ids", "list", "--only", "nothing")]
    [InlineData("list shows all ids", "replay", "nova-act/nothing")]
    [InlineData("give a results.json", "replay", "nowhere/results.json")]
    [InlineData("choose another --port", "serve", "--port", "65536")]
    [InlineData("choose another --port", "serve", "--port", "-1")]
    [InlineData("needs --broker", "contracts", "--publish", "--provider-version", "1")]
    [InlineData("needs --provider-version", "contracts", "--publish", "--broker", "http://127.0.0.1:1/")]
    [InlineData("go with --publish", "contracts", "--provider-branch", "main")]
    [InlineData("--pact-dir or --broker", "contracts", "--state-url", "http://127.0.0.1:1/")]
    [InlineData("correct its path", "contracts", "--pact-dir", "no/such/folder")]
    [InlineData("expected something like http://", "contracts", "--broker", "localhost")]
    [InlineData("expected one of bedrock-flows", "relay", "nova")]
    public async Task WrongArgumentsAreRefusedInOneLine(string advice, params string[] args)
    {
        var call = await Calls.Run(args);
        Assert.Equal(2, call.ExitCode);
        var line = Assert.Single(call.ErrorLines);
        Assert.StartsWith("conformance: ", line);
        Assert.Contains(advice, line);
        Assert.Empty(call.Out);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("--{0}")]
    [InlineData("--target", "{0}")]
    [InlineData("--target", "http://127.0.0.1/{0}")]
    [InlineData("--config", "{0}")]
    [InlineData("--api", "{0}")]
    [InlineData("--operation", "{0}")]
    [InlineData("--only", "{0}")]
    [InlineData("--profile", "{0}")]
    [InlineData("--seed", "{0}")]
    [InlineData("--run-id", "{0}")]
    [InlineData("--parallel", "{0}")]
    [InlineData("--out", "{0}")]
    [InlineData("list", "--api", "{0}")]
    [InlineData("list", "--fixtures", "--config", "{0}")]
    [InlineData("replay", "{0}")]
    [InlineData("replay", "{0}.json")]
    [InlineData("corpus", "--out", "{0}/x")]
    [InlineData("corpus", "add", "{0}.json")]
    [InlineData("corpus", "add", "{0}")]
    [InlineData("contracts", "--pact-dir", "{0}")]
    [InlineData("contracts", "--broker", "{0}")]
    [InlineData("contracts", "--pact-dir", ".", "--state-url", "{0}")]
    [InlineData("relay", "{0}")]
    [InlineData("serve", "--port", "{0}")]
    [InlineData("selftest", "--profile", "{0}")]
    [InlineData("selftest", "--figures", "{0}")]
    [InlineData("bench", "--figures", "{0}")]
    public async Task ALongArgumentIsShortenedWhereverItStands(params string[] args)
    {
        var line = await Calls.Refusal([.. args.Select(a => a.Replace("{0}", Long, StringComparison.Ordinal))]);
        Assert.InRange(line.Length, 1, 2_000);
    }

    [Theory]
    [InlineData("CONFORMANCE_TARGET")]
    [InlineData("CONFORMANCE_PARALLEL")]
    [InlineData("CONFORMANCE_RESOURCES")]
    [InlineData("CONFORMANCE_REQUESTS_PER_SECOND")]
    [InlineData("CONFORMANCE_REQUEST_TIMEOUT_SECONDS")]
    public async Task SoIsALongVariable(string name)
    {
        var line = await Calls.Refusal(new Dictionary<string, string> { [name] = Long }, "--api", "nova-act");
        Assert.InRange(line.Length, 1, 2_000);
    }

    [Theory]
    [InlineData("--bogus\nline")]
    [InlineData("--api", "a\r\nb\u0007\u2028c")]
    [InlineData("--only", "a\nb")]
    [InlineData("replay", "a\nb.json")]
    public async Task WhatWouldBreakTheLineIsMadeVisible(params string[] args) => await Calls.Refusal(args);

    [Theory]
    [InlineData("http://user:s3cr3t@127.0.0.1:99999/")]
    [InlineData("user:s3cr3t@127.0.0.1")]
    [InlineData("ftp://user:s3cr3t@127.0.0.1/")]
    public async Task CredentialsInWhatIsNoUrlAreNotRepeatedEither(string url) =>
        Assert.DoesNotContain("s3cr3t", await Calls.Refusal("--target", url), StringComparison.Ordinal);

    [Theory]
    [InlineData("selftest")]
    [InlineData("bench")]
    public async Task ADocumentWithoutAPlaceForFiguresIsRefusedBeforeTheWork(string command)
    {
        using var scratch = new Scratch();
        var line = await Calls.Refusal(command, "--figures", scratch.Write("guide.md", "# Guide"));
        Assert.Contains("add the lines <!-- begin ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CredentialsInAUrlAreNotRepeated() =>
        Assert.DoesNotContain("secret", (await Calls.Run("--target", "http://user:secret@127.0.0.1/")).Error);

    [Fact]
    public async Task ATargetFromTheEnvironmentIsReadLikeAnArgument()
    {
        var call = await Calls.Run(new Dictionary<string, string> { ["CONFORMANCE_TARGET"] = "nowhere" });
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("'nowhere' is not a valid URL", Assert.Single(call.ErrorLines));
    }

    [Fact]
    public async Task ADirectoryThatCannotBeMadeIsRefusedBeforeTheRun()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("file", "");
        var call = await Calls.Run("--out", Path.Combine(file, "out"));
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("--out", Assert.Single(call.ErrorLines));
    }
}
