using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reference;
using Conformance.Reference.Wire;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>Whatever a target does becomes a verdict: in time, in bounded memory, and never as an exception.</summary>
public sealed class HostileTargetTests
{
    private const string Created = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n";

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(KitRuns.Unhurried.RequestTimeoutSeconds);

    private readonly ManualTime time = new();

    [Fact]
    public Task ATargetThatHangsIsInconclusive() =>
        IsInconclusive(
            async connection =>
            {
                await connection.ReadRequest();
                await RunOut(connection.Hang);
            },
            "no complete response"
        );

    [Fact]
    public Task ATargetThatHangsAfterItsHeadIsInconclusive() =>
        IsInconclusive(
            async connection =>
            {
                await connection.ReadRequest();
                await connection.Write(Created + "Content-Length: 1000000\r\n\r\n");
                await connection.WriteUntilRead();
                await RunOut(connection.Hang);
            },
            "no complete response"
        );

    [Fact]
    public Task ATargetThatResetsIsInconclusive() =>
        IsInconclusive(
            async connection =>
            {
                await connection.ReadRequest();
                connection.Reset();
            },
            "closed connection"
        );

    [Fact]
    public Task ATargetThatClosesAtOnceIsInconclusive() => IsInconclusive(_ => Task.CompletedTask, "closed connection");

    [Fact]
    public Task ATargetThatClosesInTheMiddleOfABodyIsInconclusive() =>
        IsInconclusive(
            async connection =>
            {
                await connection.ReadRequest();
                await connection.Write(Created + "Content-Length: 20\r\n\r\n{\"status\"");
            },
            "closed connection"
        );

    [Theory]
    [InlineData("\0\u0001\u0002\u0003 not HTTP at all \r\n\r\n")]
    [InlineData("220 mail.example ESMTP ready\r\n")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n")]
    public Task ATargetThatSpeaksNoHttpIsInconclusive(string garbage) =>
        IsInconclusive(
            async connection =>
            {
                await connection.ReadRequest();
                await connection.Write(garbage);
            },
            "out of reach"
        );

    [Fact]
    public async Task ATargetThatRefusesConnectionsIsInconclusive()
    {
        var report = await KitRuns.OfNovaAct(Loopback.UrlWhereNobodyListens());
        Assert.Equal(3, report.ExitCode());
        Assert.Contains("no connection", report.InconclusiveBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetWithoutTlsBehindAnHttpsUrlIsInconclusive()
    {
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadMore();
            await connection.Write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        var https = new UriBuilder(target.Url) { Scheme = Uri.UriSchemeHttps }.Uri;
        var report = await KitRuns.OfNovaAct(https);
        Assert.Equal(3, report.ExitCode());
        Assert.Contains("TLS", report.InconclusiveBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATargetThatHangsOnOneKindOfRequestFailsThatRequirementAlone()
    {
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            pass => NameIn(pass.Request).Length > 40 ? RunOut(pass.HangAsync) : pass.PassOnAsync()
        );
        var report = await KitRuns.OfNovaAct(
            front.BaseAddress,
            options =>
                options with
                {
                    Time = time,
                    // The time runs out for all requests that are under way.
                    Parallelism = 1,
                    Selection = new(
                        [],
                        [],
                        ["*Definition/name/*", "*Definition/request/*", "*Definition/clientToken/*"]
                    ),
                }
        );
        Assert.Equal(["CreateWorkflowDefinition/name/maxLength/rejected"], report.Ids(Outcome.Failed));
        Assert.Equal(1, report.ExitCode());
    }

    [Fact]
    public async Task ATargetThatResetsOnOneKindOfRequestFailsThatRequirementAlone()
    {
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            pass =>
            {
                if (NameIn(pass.Request).Length <= 40)
                    return pass.PassOnAsync();
                pass.Reset();
                return Task.CompletedTask;
            }
        );
        var report = await KitRuns.OfNovaAct(
            front.BaseAddress,
            options => options with { Selection = new([], [], ["*/CreateWorkflowDefinition/*"]) }
        );
        Assert.Equal(["CreateWorkflowDefinition/name/maxLength/rejected"], report.Ids(Outcome.Failed));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(120)]
    [InlineData(500)]
    [InlineData(1200)]
    public async Task ATargetThatGoesAwayIsNotAccused(int after)
    {
        var count = 0;
        await using var server = await Started();
        await using var front = Front.Before(
            server.BaseAddress,
            pass =>
            {
                if (Interlocked.Increment(ref count) <= after)
                    return pass.PassOnAsync();
                pass.Reset();
                return Task.CompletedTask;
            }
        );
        var report = await KitRuns.OfNovaAct(front.BaseAddress);
        Assert.True(report.ExitCode() == 3 && report.Ids(Outcome.Failed).IsEmpty, report.NotPassed());
        Assert.Equal(KitRuns.NovaActRequirements, report.Verdicts.Length);
        Assert.NotEmpty(report.NotCleanedUp);
    }

    [Fact]
    public async Task ATargetThatThrottlesWithoutEndIsInconclusive()
    {
        await using var target = Loopback.That(async connection =>
        {
            while (await connection.ReadRequest() is not null)
                await connection.Write("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
        });
        var report = await KitRuns.Of(
            target.Url,
            options =>
                options with
                {
                    Time = new ScriptedTime(),
                    Configuration = KitRuns.Reference with
                    {
                        Limits = new() { RequestTimeoutSeconds = ScriptedTime.RequestTimeout.TotalSeconds },
                    },
                }
        );
        Assert.Equal(3, report.ExitCode());
        Assert.Contains("throttle", report.InconclusiveBecause, StringComparison.Ordinal);
    }

    /// <summary>
    /// After one request of each operation, one to clean up what it may have made, and no wait but for their responses.
    /// </summary>
    private async Task IsInconclusive(Func<LoopbackConnection, Task> behaves, string because)
    {
        await using var target = Loopback.That(behaves);
        var report = await KitRuns.OfNovaAct(target.Url, options => options with { Time = time });
        Assert.Equal(3, report.ExitCode());
        Assert.Contains(because, report.InconclusiveBecause, StringComparison.Ordinal);
        Assert.Equal(KitRuns.NovaActRequirements, report.Verdicts.Length);
        var operations = KitRuns.Everything.First(planned => planned.Api.Name == "nova-act").Api.Documented.Count();
        Assert.InRange(report.DurationSeconds, 0, 2 * operations * RequestTimeout.TotalSeconds);
    }

    /// <summary>Lets the time for a response run out, and hangs.</summary>
    private Task RunOut(Func<Task> hang)
    {
        time.Advance(RequestTimeout);
        return hang();
    }

    private static Task<ReferenceServer> Started() =>
        ReferenceServer.StartAsync(new ReferenceOptions(), TestContext.Current.CancellationToken);

    /// <summary>The name that a request gives a definition; empty where it gives none.</summary>
    private static string NameIn(string request)
    {
        try
        {
            var body = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            return JsonNode.Parse(Encoding.Latin1.GetBytes(body)) is JsonObject json && json["name"] is JsonValue name
                ? name.GetValue<string>()
                : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return "";
        }
    }
}
