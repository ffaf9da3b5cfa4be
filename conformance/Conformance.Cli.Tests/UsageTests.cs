namespace Conformance.Cli.Tests;

/// <summary>What can't be carried out as it was given ends with 2 and one line that says what to do.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("see ./run-conformance.sh --help", "--bogus")]
    [InlineData("see ./run-conformance.sh --help", "bogus")]
    [InlineData("see ./run-conformance.sh --help", "--target")]
    [InlineData("see ./run-conformance.sh list --help", "list", "--bogus")]
    [InlineData("see ./run-conformance.sh replay --help", "replay")]
    [InlineData("see ./run-conformance.sh serve --help", "serve", "--port", "many")]
    [InlineData("expected one of nova-act", "--api", "nova")]
    [InlineData("CreateWorkflowRun", "--operation", "CreateWorkflowRuns")]
    [InlineData("expected something like http://", "--target", "localhost:8080")]
    [InlineData("expected something like http://", "--target", "ftp://127.0.0.1/")]
    [InlineData("give the base URL alone", "--target", "http://127.0.0.1/?a=b")]
    [InlineData("name them under auth", "--target", "http://user:secret@127.0.0.1/")]
    [InlineData("takes a whole number", "--seed", "first")]
    [InlineData("takes a whole number", "--seed", "9223372036854775808")]
    [InlineData("from 1 to 1024", "--parallel", "0")]
    [InlineData("from 1 to 1024", "--parallel", "-1")]
    [InlineData("from 1 to 1024", "--parallel", "1025")]
    [InlineData("6 small letters or digits", "--run-id", "ABCDEF")]
    [InlineData("6 small letters or digits", "--run-id", "abcde")]
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
    [InlineData("expected one of nova-act", "relay", "nova")]
    public async Task WrongArgumentsAreRefusedInOneLine(string advice, params string[] args)
    {
        var call = await Calls.Run(args);
        Assert.Equal(2, call.ExitCode);
        var line = Assert.Single(call.ErrorLines);
        Assert.StartsWith("conformance: ", line);
        Assert.Contains(advice, line);
        Assert.Empty(call.Out);
    }

    [Fact]
    public async Task CredentialsInAUrlAreNotRepeated() =>
        Assert.DoesNotContain("secret", (await Calls.Run("--target", "http://user:secret@127.0.0.1/")).Error);

    [Fact]
    public async Task ATargetFromTheEnvironmentIsReadLikeAnArgument()
    {
        var call = await Calls.Run(new Dictionary<string, string> { ["CONFORMANCE_TARGET"] = "nowhere" });
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("'nowhere' is no URL", Assert.Single(call.ErrorLines));
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
