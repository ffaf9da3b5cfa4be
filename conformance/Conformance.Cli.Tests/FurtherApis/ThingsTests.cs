using Conformance.Reports;
using Conformance.Reports.Formats;

namespace Conformance.Cli.Tests.FurtherApis;

/// <summary>An API that is nothing but a folder is tested whole: the example of schemas/README.md.</summary>
public sealed class ThingsTests : IDisposable
{
    private const string Folder = "schemas/examples/things";

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

    private async Task<Call> Test(string fault)
    {
        await using var server = await BareTarget.Start(new ThingsServer(fault).Attend);
        var config = _scratch.Write(
            "conformance.yaml",
            "apis: { things: { auth: { header: { name: Authorization, prefix: 'Bearer ', value: { env: THINGS } } } } }"
        );
        return await Calls.Run(
            new Dictionary<string, string> { ["THINGS"] = "a-token-of-the-tests" },
            "--schemas",
            Checkout.At(Folder),
            "--target",
            server.Address.ToString(),
            "--config",
            config,
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
