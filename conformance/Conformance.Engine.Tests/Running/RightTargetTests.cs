using System.Text;
using Conformance.Engine.Configuration;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Reference;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

public sealed class RightTargetTests
{
    private const string Secret = "a-secret-that-nobody-shall-see";

    [Fact]
    public async Task AllThatADocumentStatesIsTested()
    {
        var report = await KitRuns.OfTheRightNovaAct();
        Assert.True(
            report.Verdicts.All(v => v.Outcome == Outcome.Passed || v.Requirement.Level != Level.Must),
            report.NotPassed()
        );
        Assert.Equal(0, report.StrictExitCode());
    }

    [Fact]
    public async Task OnlyTheCheckOfCredentialsIsSkippedWithoutCredentials()
    {
        var report = await KitRuns.OfTheRightNovaAct();
        Assert.All(report.Ids(Outcome.Skipped), id => Assert.EndsWith("/authentication/missing-credentials", id));
        Assert.Empty(report.Ids(Outcome.Failed));
        Assert.Empty(report.Ids(Outcome.Errored));
    }

    [Fact]
    public async Task TheStandardProfileFindsNothingEither()
    {
        await using var server = await Started(new ReferenceOptions());
        var report = await KitRuns.Of(server.BaseAddress, options => options with { Profile = Profile.Standard });
        Assert.True(report.Ids(Outcome.Failed).IsEmpty && report.StrictExitCode() == 0, report.NotPassed());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(401)]
    public async Task WithCredentialsNothingIsSkipped(int statusOfDenial)
    {
        await using var server = await Started(Guarded(statusOfDenial));
        var report = await KitRuns.Of(server.BaseAddress, options => Signing(options, Secret));
        Assert.True(report.Verdicts.All(v => v.Outcome == Outcome.Passed), report.NotPassed());
    }

    [Theory]
    [InlineData(403)]
    [InlineData(401)]
    public async Task WrongCredentialsLeaveTheTargetInconclusive(int statusOfDenial)
    {
        await using var server = await Started(Guarded(statusOfDenial));
        var report = await KitRuns.Of(server.BaseAddress, options => Signing(options, "another-secret"));
        Assert.Equal(3, report.ExitCode());
        Assert.Contains("credentials", report.InconclusiveBecause, StringComparison.Ordinal);
        Assert.All(report.Verdicts, v => Assert.Equal(Outcome.Skipped, v.Outcome));
    }

    [Fact]
    public async Task SecretsStayOutOfTheReport()
    {
        var echo = NovaActBehaviour.Correct with
        {
            Finish = (_, response) =>
                response with
                {
                    Status = 200,
                    Body = Encoding.UTF8.GetBytes($$"""{"a":"{{Secret}}"}"""),
                },
        };
        await using var server = await Started(Guarded(403) with { NovaAct = echo });
        var report = await KitRuns.Of(server.BaseAddress, options => Signing(options, Secret));
        Assert.NotEmpty(report.Ids(Outcome.Failed));
        var shown = report
            .Verdicts.Select(v => v.Evidence)
            .OfType<Evidence>()
            .SelectMany(e => e.Exchanges)
            .Select(s => s.Exchange);
        Assert.All(
            shown,
            e => Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(e.Response!.Body.Span), StringComparison.Ordinal)
        );
        Assert.All(report.Verdicts, v => Assert.DoesNotContain(Secret, v.Reason ?? "", StringComparison.Ordinal));
    }

    private static Task<ReferenceServer> Started(ReferenceOptions options) =>
        ReferenceServer.StartAsync(options, TestContext.Current.CancellationToken);

    private static ReferenceOptions Guarded(int statusOfDenial) =>
        new()
        {
            Credentials = new AwsCredentials("KEYID", Secret),
            PennsieveOptions = new() { BearerToken = Secret },
            NovaAct = NovaActBehaviour.Correct with
            {
                Authenticate = (request, demand) =>
                    NovaActBehaviour.Correct.Authenticate(request, demand) is { } denied
                        ? denied with
                        {
                            Status = statusOfDenial,
                        }
                        : null,
            },
        };

    private static RunOptions Signing(RunOptions options, string secret) =>
        options with
        {
            Configuration = KitRuns.Reference with
            {
                Apis = KitRuns.Reference.Apis.ToImmutableDictionary(
                    api => api.Key,
                    api =>
                        api.Value with
                        {
                            Auth =
                                api.Key == "pennsieve"
                                    ? new HeaderConfiguration("Authorization", "Bearer ", new("KEY", null))
                                    : new SigV4Configuration(
                                        "us-east-1",
                                        null,
                                        new("ID", null),
                                        new("KEY", null),
                                        null
                                    ),
                        }
                ),
            },
            EnvironmentVariable = name =>
                name switch
                {
                    "ID" => "KEYID",
                    "KEY" => secret,
                    _ => options.EnvironmentVariable(name),
                },
        };
}
