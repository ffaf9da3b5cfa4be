using System.Text.Json.Nodes;
using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests.FurtherApis;

/// <summary>An API that is nothing but a folder is tested whole: the example of schemas/README.md.</summary>
public sealed class ThingsTests : IDisposable
{
    private const string Folder = "schemas/examples/things";

    private static readonly Dictionary<string, string> Credentials = new() { ["THINGS"] = "a-token-of-the-tests" };

    private readonly Scratch _scratch = new();

    [Fact]
    public async Task ARightServerConforms()
    {
        var call = await Test("");
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
        Assert.DoesNotContain("warning", call.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ItsBodiesCredentialsTokensAndNamesAreAllTested()
    {
        await Test("");
        var passed = await Ids(Outcome.Passed);
        string[] all =
        [
            "things/CreateThing/authentication/missing-credentials",
            "things/CreateThing/body/malformed-json",
            "things/CreateThing/body/legal-forms",
            "things/CreateThing/robustness/no-server-error",
            "things/CreateThing/name/maxLength/rejected",
            "things/CreateThing/name/pattern/rejected",
            "things/CreateThing/idempotency/replay",
            "things/CreateThing/uniqueness/duplicate-name",
            "things/CreateThing/state/read-shows-what-was-created",
            "things/GetThing/not-found/unknown-resource",
            "things/GetThing/not-found/after-deletion",
        ];
        Assert.Subset(passed.ToHashSet(), all.ToHashSet());
        Assert.DoesNotContain(
            passed.Concat(await Ids(Outcome.Failed)),
            id => !id.StartsWith("things/", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("TakesLongNames", "CreateThing/name/maxLength/rejected")]
    [InlineData("AllowsDuplicates", "CreateThing/uniqueness/duplicate-name")]
    [InlineData("RacesForNames", "CreateThing/uniqueness/concurrent-duplicates")]
    [InlineData("ForgetsTokens", "CreateThing/idempotency/replay")]
    [InlineData("IgnoresTheCaseOfTokens", "CreateThing/idempotency/token-is-case-sensitive")]
    [InlineData("GivesNoName", "CreateThing/response/name/required")]
    [InlineData("ShowsAnotherName", "CreateThing/state/read-shows-what-was-created")]
    [InlineData("FindsWhatIsNotThere", "GetThing/not-found/unknown-resource")]
    [InlineData("KeepsWhatIsDeleted", "GetThing/not-found/after-deletion")]
    [InlineData("AsksForNoCredentials", "CreateThing/authentication/missing-credentials")]
    [InlineData("FailsOnBadJson", "CreateThing/body/malformed-json")]
    public async Task AWrongServerFailsTheRequirementThatItBreaks(string fault, string requirement)
    {
        var call = await Test(fault);
        var failed = await Ids(Outcome.Failed);
        Assert.True(call.ExitCode == 1, call.Out + call.Error);
        Assert.Contains($"things/{requirement}", failed);
    }

    [Fact]
    public async Task TheConfigurationCanNameTheFolderToo()
    {
        await using var server = await BareTarget.Start(new ThingsServer("").Attend);
        var folder = Path.GetRelativePath(_scratch.Path, Checkout.At(Folder));
        var config = _scratch.Write(
            "conformance.yaml",
            $"schemas: ['{folder}']\napis: {{ things: {{ url: '{server.Address}', auth: {{ header: {{ name: Authorization, prefix: 'Bearer ', value: {{ env: THINGS }} }} }} }} }}"
        );
        var call = await Calls.Run(
            Credentials,
            "--config",
            config,
            "--only",
            "things/CreateThing/name/*",
            "--out",
            _scratch.Path
        );
        Assert.True(call.ExitCode == 0, call.Out + call.Error);
        var report = await ResultsJson.ReadFile(_scratch.Results, TestContext.Current.CancellationToken);
        Assert.NotEmpty(report.Verdicts);
        Assert.All(
            report.Verdicts,
            v => Assert.StartsWith("things/CreateThing/name/", v.Requirement.Id, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AReplayTestsItsApiAgain()
    {
        await using var server = await BareTarget.Start(new ThingsServer("TakesLongNames").Attend);
        string[] run =
        [
            "--config",
            Configured(),
            "--schemas",
            Checkout.At(Folder),
            "--target",
            server.Address.ToString(),
            "--only",
            "things/CreateThing/name/maxLength/rejected",
            "--out",
            _scratch.Path,
        ];
        Assert.Equal(1, (await Calls.Run(Credentials, run)).ExitCode);
        var again = await Calls.Run(Credentials, "replay", _scratch.Results, "--out", _scratch.At("again"));
        Assert.Equal(1, again.ExitCode);
        var report = await ResultsJson.ReadFile(
            _scratch.At("again/results.json"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal("things/CreateThing/name/maxLength/rejected", Assert.Single(report.Verdicts).Requirement.Id);
        Assert.Equal(Checkout.At(Folder), Assert.Single(report.Request.Schemas));
    }

    [Theory]
    [InlineData("CreateThing/name/maxLength/rejected", "conformance/Conformance.Engine/Rules/LengthRules.cs:")]
    [InlineData("CreateThing/idempotency/replay", "conformance/Conformance.Engine/Behaviours/Replays.cs:")]
    [InlineData("CreateThing/robustness/no-stack-trace", "conformance/Conformance.Engine/Behaviours/Robustness.cs:")]
    public async Task WhereARequirementIsTestedIsSaid(string requirement, string place)
    {
        var call = await Calls.Run("list", "--schemas", Checkout.At(Folder), "--where", $"things/{requirement}");
        Assert.Equal(0, call.ExitCode);
        Assert.StartsWith(place, call.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Checkout.At(place[..^1])));
    }

    [Fact]
    public async Task WhatItsServerFailedIsPromoted()
    {
        var promoted = _scratch.At("promoted.json");
        Assert.Equal(1, (await Test("TakesLongNames")).ExitCode);
        var added = await Calls.Run("corpus", "add", _scratch.Results, "*/name/maxLength/*", "--to", promoted);
        Assert.True(added.ExitCode == 0, added.Error);
        Assert.Contains("added: things/CreateThing/name/maxLength/rejected", added.Out, StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(promoted, TestContext.Current.CancellationToken);
        Assert.Contains("things/CreateThing/name", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRelayKnowsItsFolder()
    {
        await using var server = await BareTarget.Start(new ThingsServer("").Attend);
        using var console = new RecordedConsole(Credentials);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var noticing = new NoticingWriter("listens on", () => up.TrySetResult());
        var terminal = console.Terminal with { Out = Terminal.Console(noticing, isRedirected: true) };
        string[] relay = ["relay", "things", "--schemas", Checkout.At(Folder), "--port", "0"];
        var relaying = CommandLine.Run(
            [.. relay, "--target", server.Address.ToString(), "--config", Configured()],
            terminal,
            stop.Token
        );
        Assert.Same(up.Task, await Task.WhenAny(up.Task, relaying));
        await stop.CancelAsync();
        Assert.Equal(0, await relaying);
    }

    [Fact]
    public async Task AnInterpretationOfItsOwnTakesThePlaceOfTheProtocols()
    {
        foreach (var file in new[] { "openapi.json", "register.json" })
            File.Copy(
                Checkout.At(Folder, file),
                Path.Combine(Directory.CreateDirectory(_scratch.At("own")).FullName, file)
            );
        var register = JsonNode.Parse(File.ReadAllText(_scratch.At("own/register.json")))!;
        register["interpretations"] = JsonNode.Parse(
            """[{"id":"T1","about":["repeatedMember"],"text":"A member twice.","positions":["A.","B."],"inForce":null}]"""
        );
        _scratch.Write("own/register.json", register.ToJsonString());
        var listed = await Calls.Run("list", "--schemas", _scratch.At("own"), "--only", "*/body/repeated-member");
        Assert.Contains("T1", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("R13", listed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListNamesTheApisOfTheFolderAlone()
    {
        var ids = (await Calls.Run("list", "--schemas", Checkout.At(Folder), "--ids")).Out.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.StartsWith("things/", id, StringComparison.Ordinal));
    }

    private string Configured() =>
        _scratch.Write(
            "conformance.yaml",
            "apis: { things: { auth: { header: { name: Authorization, prefix: 'Bearer ', value: { env: THINGS } } } } }"
        );

    private async Task<Call> Test(string fault)
    {
        await using var server = await BareTarget.Start(new ThingsServer(fault).Attend);
        return await Calls.Run(
            Credentials,
            "--schemas",
            Checkout.At(Folder),
            "--target",
            server.Address.ToString(),
            "--config",
            Configured(),
            "--profile",
            "smoke",
            "--out",
            _scratch.Path
        );
    }

    private async Task<IReadOnlyList<string>> Ids(Outcome outcome)
    {
        var report = await ResultsJson.ReadFile(_scratch.Results, TestContext.Current.CancellationToken);
        return [.. report.Verdicts.Where(v => v.Outcome == outcome).Select(v => v.Requirement.Id)];
    }

    public void Dispose() => _scratch.Dispose();
}
