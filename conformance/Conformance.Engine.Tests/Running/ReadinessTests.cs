using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;

namespace Conformance.Engine.Tests.Running;

/// <summary>What the configuration names and what is not there is found out before anything is sent to anybody.</summary>
public sealed class ReadinessTests
{
    private static readonly HeaderConfiguration Header = new("X-Key", "", new("KEY", null));

    private static readonly SigV4Configuration SigV4 = new(
        "us-east-1",
        "things",
        new("KEY_ID", null),
        new("SECRET", null),
        new("SESSION", null)
    );

    [Fact]
    public async Task ASecretOfALaterApiIsMissedBeforeTheFirstRequest()
    {
        using var target = new ScriptedTarget(Things.Response);
        var options = Options(target, ("first", new()), ("second", new() { Auth = Header }));
        var catalog = ImmutableArray.Create(Planned("first"), Planned("second"));
        var rejected = await Assert.ThrowsAsync<ConfigurationException>(() =>
            new Runner(options).Run(catalog, TestContext.Current.CancellationToken)
        );
        Assert.Equal("the environment variable KEY is not set; export it", rejected.Message);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task AnApiThatIsNotSelectedNeedsNoSecret()
    {
        using var target = new ScriptedTarget(Things.Response);
        var options = Options(target, ("first", new()), ("second", new() { Auth = Header })) with
        {
            Selection = Selection.All with { Apis = ["first"] },
        };
        var catalog = ImmutableArray.Create(Planned("first"), Planned("second"));
        Assert.NotNull(await new Runner(options).Run(catalog, TestContext.Current.CancellationToken));
        Assert.NotEmpty(target.Requests);
    }

    [Fact]
    public void AllThatIsMissingIsSaidAtOnceAndOnce()
    {
        using var target = new ScriptedTarget(Things.Response);
        var webhook = new WebhookConfiguration
        {
            Signature = new("us-east-1", "lambda", new("HOOK_ID", null), new(null, "nowhere/hook")),
        };
        var rejection = Rejection(
            Options(target, ("a", new() { Auth = SigV4, Webhook = webhook }), ("b", new() { Auth = SigV4 }))
        );
        string[] variables = ["KEY_ID", "SECRET", "SESSION", "HOOK_ID"];
        foreach (var (n, variable) in variables.Index())
            Assert.Contains($"({n + 1}) the environment variable {variable} is not set; export it", rejection);
        Assert.Contains("(5) the secret's file nowhere/hook can't be read", rejection, StringComparison.Ordinal);
        Assert.DoesNotContain("(6)", rejection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1\n", "apis.a.auth.region holds a line end at character 10; correct it")]
    [InlineData("us_east", "apis.a.auth.region is no name of a region")]
    public void WhatIsConfiguredInCodeIsLookedAtToo(string region, string says)
    {
        using var target = new ScriptedTarget(Things.Response);
        var options = Options(target, ("a", new() { Auth = SigV4 with { Region = region } })) with
        {
            EnvironmentVariable = name => name,
        };
        Assert.StartsWith(says, Rejection(options), StringComparison.Ordinal);
    }

    [Fact]
    public void ATargetThatCanNotBeSpokenToAsConfiguredIsFoundOut()
    {
        using var target = new ScriptedTarget(Things.Response);
        var options = Options(target, ("a", new()));
        options = options with
        {
            Configuration = options.Configuration with
            {
                Connection = new() { HttpVersion = System.Net.HttpVersion.Version20 },
            },
        };
        Assert.Contains("httpVersion 2 needs an https URL", Rejection(options), StringComparison.Ordinal);
    }

    [Fact]
    public void AProxyThatIsNoneIsFoundOut()
    {
        using var target = new ScriptedTarget(Things.Response);
        var options = Options(target, ("a", new())) with
        {
            Handler = null,
            EnvironmentVariable = name => name == "HTTP_PROXY" ? "ftp://me:s3cr3t@proxy" : null,
        };
        var rejection = Rejection(options);
        Assert.StartsWith("the environment variable HTTP_PROXY names no proxy", rejection, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", rejection, StringComparison.Ordinal);
    }

    private static string Rejection(RunOptions options)
    {
        var apis = options.Configuration.Apis.Keys.Order(StringComparer.Ordinal).Select(name => Planned(name).Api);
        var secrets = new SecretReader(options.EnvironmentVariable);
        return Assert.Throws<ConfigurationException>(() => Readiness.ThrowIfNot(apis, options, secrets)).Message;
    }

    private static PlannedApi Planned(string name) =>
        new(
            Made.Api(Things.Put) with
            {
                Name = name,
            },
            new ApiModule(name, []),
            [
                new(
                    new Reports.Requirement(
                        $"{name}/it",
                        name,
                        "Put",
                        Reports.RequirementGroup.State,
                        Schemas.Level.Must,
                        [],
                        "It is.",
                        []
                    ),
                    Things.Put,
                    _ => Task.FromResult(Finding.Passed(1))
                ),
            ]
        );

    private static RunOptions Options(
        ScriptedTarget target,
        params (string Name, ApiConfiguration Configuration)[] apis
    ) =>
        new()
        {
            Target = ScriptedTarget.Url,
            RunId = ScriptedTarget.RunId,
            Handler = target,
            Time = target.Time,
            EnvironmentVariable = _ => null,
            Configuration = new() { Apis = apis.ToImmutableDictionary(a => a.Name, a => a.Configuration) },
        };
}
