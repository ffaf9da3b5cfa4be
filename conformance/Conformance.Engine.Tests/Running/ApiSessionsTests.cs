using Conformance.Engine.Behaviours;
using Conformance.Engine.Configuration;
using Conformance.Engine.Http;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Requests;
using Conformance.Engine.Tests.Scripted;

namespace Conformance.Engine.Tests.Running;

/// <summary>What the configuration makes of a session and of the way to the target.</summary>
public sealed class ApiSessionsTests
{
    private static readonly PlannedApi Planned = new(Made.Api(Things.Put), new ApiModule("sample", []), []);

    private static readonly SigV4Configuration SigV4 = new(
        "us-east-1",
        "things",
        new("KEY_ID", null),
        new("KEY", null),
        new("TOKEN", null)
    );

    [Fact]
    public async Task AHeaderOfTheConfigurationGoesWithEveryRequestAndIsNotRecorded()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var options = Options(target, new HeaderConfiguration("X-Key", "Bearer ", new("KEY", null)));
        using var client = ApiSessions.TargetClient(Planned.Api, options);
        var request = new WireRequest("GET", "/", [], null);
        var exchange = await client.Send(request, TestContext.Current.CancellationToken);
        Assert.Contains(target.Requests[0].Headers, h => h is { Name: "X-Key", Value: "Bearer value of KEY" });
        Assert.DoesNotContain("value of KEY", exchange.Request.Headers.Select(h => h.Value).Aggregate(string.Concat));
        await client.Send(request with { IsUnsigned = true }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(target.Requests[1].Headers, h => h.Name == "X-Key");
    }

    [Theory]
    [InlineData("things", null, "things")]
    [InlineData(null, "of-the-api", "of-the-api")]
    [InlineData("things", "of-the-api", "things")]
    [InlineData(null, null, null)]
    public async Task ASignatureIsForTheServiceOfTheConfigurationOrOfTheApi(
        string? own,
        string? ofTheApi,
        string? signed
    )
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var api = Planned.Api with { SigningName = ofTheApi };
        var options = Options(target, SigV4 with { Service = own });
        if (signed is null)
        {
            Assert.Throws<ConfigurationException>(() => ApiSessions.TargetClient(api, options));
            return;
        }
        using var client = ApiSessions.TargetClient(api, options);
        await client.Send(new WireRequest("GET", "/", [], null), TestContext.Current.CancellationToken);
        var authorization = target.Requests[0].Headers.Single(h => h.Name == "Authorization").Value;
        Assert.Contains($"/us-east-1/{signed}/aws4_request", authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void EverySecretIsKnownSoThatItCanBeRedacted()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var webhook = new WebhookConfiguration
        {
            Signature = new WebhookSignature("us-east-1", "lambda", new("HOOK_ID", null), new("HOOK", null)),
        };
        Assert.Equal(
            ["value of HOOK", "value of KEY", "value of TOKEN", "value-of-HOOK_ID", "value-of-KEY_ID"],
            Secrets(Options(target, SigV4, webhook))
        );
        var header = new HeaderConfiguration("X-Key", "Bearer ", new("KEY", null));
        Assert.Equal(["value of KEY"], Secrets(Options(target, header)));
        Assert.Empty(Secrets(Options(target, null)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASessionKnowsWhatItsApiIsConfiguredToBe(bool hasAuth)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var options = Options(target, hasAuth ? SigV4 : null);
        using var client = ApiSessions.TargetClient(Planned.Api, options);
        var session = ApiSessions.Open(Planned, options, client, new RequestLog(ScriptedTarget.RunId));
        Assert.Equal(hasAuth, session.HasCredentials);
        Assert.Equal("\"N\"", session.Fixtures.For("name")?.ToJson());
        Assert.True(session.Unsupported.Contains("Put"));
        Assert.Equal(new Uri("http://own.test/"), session.Target);
        Assert.Equal(
            (ScriptedTarget.RunId, Profile.Smoke.RandomValues),
            (session.Draw.Prefix, session.Draw.RandomCount)
        );
    }

    [Fact]
    public void AnotherSeedAndAnotherApiDrawOtherValues()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var options = Options(target, null);
        using var client = ApiSessions.TargetClient(Planned.Api, options);
        var log = new RequestLog(ScriptedTarget.RunId);
        var other = Planned with { Api = Planned.Api with { Name = "other" } };
        ulong[] seeds =
        [
            ApiSessions.Open(Planned, options, client, log).Draw.Seed,
            ApiSessions.Open(Planned, options with { Seed = 2 }, client, log).Draw.Seed,
            ApiSessions.Open(Planned, options with { Seed = -1 }, client, log).Draw.Seed,
            ApiSessions.Open(other, options, client, log).Draw.Seed,
        ];
        Assert.Distinct(seeds);
    }

    private static IEnumerable<string> Secrets(RunOptions options)
    {
        var secrets = new SecretReader(options.EnvironmentVariable);
        using var client = ApiSessions.TargetClient(Planned.Api, options, secrets);
        ApiSessions.Open(Planned, options, client, new RequestLog(ScriptedTarget.RunId), secrets);
        return secrets.Secrets.Order(StringComparer.Ordinal);
    }

    private static RunOptions Options(
        ScriptedTarget target,
        AuthConfiguration? auth,
        WebhookConfiguration? webhook = null
    ) =>
        new()
        {
            Target = ScriptedTarget.Url,
            RunId = ScriptedTarget.RunId,
            Profile = Profile.Smoke,
            Handler = target,
            EnvironmentVariable = name =>
                name.EndsWith("_ID", StringComparison.Ordinal) ? $"value-of-{name}" : $"value of {name}",
            Configuration = new RunConfiguration
            {
                Apis = ImmutableDictionary<string, ApiConfiguration>.Empty.Add(
                    "sample",
                    new ApiConfiguration
                    {
                        Url = new Uri("http://own.test/"),
                        Auth = auth,
                        Webhook = webhook,
                        Unsupported = new UnsupportedOperations(["Put"]),
                        Fixtures = Taking.Of(("name", "\"N\"")),
                    }
                ),
            },
        };
}
