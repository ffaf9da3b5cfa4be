using System.Collections.Concurrent;
using System.Text;
using Conformance.Engine.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Conformance.Cli.Tests.Contracts;

/// <summary>Pacts from a broker, and results for it.</summary>
public sealed class BrokerTests
{
    private const string Right =
        """{"description":"the moon","request":{"method":"GET","path":"/moon"},"response":{"status":404}}""";
    private const string Wrong =
        """{"description":"the sun","request":{"method":"GET","path":"/sun"},"response":{"status":200}}""";
    private const string Unknown =
        """{"description":"a tide","providerState":"it is high","request":{"method":"GET","path":"/t"},"response":{"status":200}}""";

    [Theory]
    [InlineData(Right, 0, """{"success":true,"providerApplicationVersion":"1.4",""")]
    [InlineData(Wrong, 1, """{"success":false,"providerApplicationVersion":"1.4",""")]
    public async Task TheResultOfEachPactIsPublished(string interaction, int exitCode, string told)
    {
        var asked = new ConcurrentQueue<string>();
        await using var broker = await Broker(interaction, asked);
        using var scratch = new Scratch();
        var call = await Calls.Run([
            .. Fetching(broker, scratch),
            "--publish",
            "--provider-version",
            "1.4",
            "--provider-branch",
            "main",
        ]);
        Assert.Equal(exitCode, call.ExitCode);
        Assert.Contains(
            $"POST /results {told}",
            Assert.Single(asked, a => a.Contains("/results", StringComparison.Ordinal))
        );
        Assert.Contains(
            asked,
            a => a.StartsWith("PUT /pacticipants/nova-act/branches/main/versions/1.4", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task WhatWasSkippedOrErroredIsNotPublished()
    {
        var asked = new ConcurrentQueue<string>();
        await using var broker = await Broker(Unknown, asked);
        using var scratch = new Scratch();
        var call = await Calls.Run([.. Fetching(broker, scratch), "--publish", "--provider-version", "1.4"]);
        Assert.Equal(3, call.ExitCode);
        Assert.Contains("not published", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, a => a.Contains("/results", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingIsPublishedUnasked()
    {
        var asked = new ConcurrentQueue<string>();
        await using var broker = await Broker(Right, asked);
        using var scratch = new Scratch();
        Assert.Equal(0, (await Calls.Run(Fetching(broker, scratch))).ExitCode);
        Assert.DoesNotContain(asked, a => a.Contains("/results", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ABrokerOutOfReachIsNoVerdict()
    {
        using var scratch = OldReport.In();
        var call = await Calls.Run("contracts", "--broker", "http://127.0.0.1:1/", "--out", scratch.Path);
        Assert.Equal(3, call.ExitCode);
        Assert.Contains("out of reach", call.Out, StringComparison.Ordinal);
        var report = await OldReport.AssertReplaced(scratch, exitCode: 3);
        Assert.Contains("out of reach", report.InconclusiveBecause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Right, 3)]
    [InlineData(Wrong, 1)]
    public async Task ABrokerThatTakesNoResultLeavesVerdictAndReport(string interaction, int exitCode)
    {
        await using var broker = await Broker(interaction, new ConcurrentQueue<string>(), refused: "/results");
        using var scratch = OldReport.In();
        var call = await Calls.Run([.. Fetching(broker, scratch), "--publish", "--provider-version", "1.4"]);
        Assert.Equal(exitCode, call.ExitCode);
        Assert.Contains("not published: ", call.ErrorLines[^1], StringComparison.Ordinal);
        await OldReport.AssertReplaced(scratch, interaction == Right ? 0 : 1);
    }

    private static string[] Fetching(BareServer broker, Scratch scratch) =>
        ["contracts", "--api", "nova-act", "--broker", broker.Address.ToString(), "--out", scratch.Path];

    /// <summary>A broker's stand-in with one pact.</summary>
    private static async Task<BareServer> Broker(
        string interaction,
        ConcurrentQueue<string> asked,
        string? refused = null
    )
    {
        var options = new ReceiverOptions { RunId = "" };
        return await BareServer.Start(options, Attend, TestContext.Current.CancellationToken);

        async Task Attend(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            asked.Enqueue($"{context.Request.Method} {context.Request.Path} {await reader.ReadToEndAsync()}");
            if (context.Request.Path.Value == refused)
                context.Response.StatusCode = 503;
            await context.Response.WriteAsync(
                context.Request.Path.Value switch
                {
                    "/pacts/provider/nova-act/for-verification" =>
                        """{"_embedded":{"pacts":[{"_links":{"self":{"href":"/pacts/1"}}}]}}""",
                    "/pacts/1" => ForeignPactsTests
                        .Pact("nova-act", interaction)
                        .Replace(
                            "{\"consumer\"",
                            "{\"_links\":{\"pb:publish-verification-results\":{\"href\":\"/results\"}},\"consumer\"",
                            StringComparison.Ordinal
                        ),
                    _ => "{}",
                }
            );
        }
    }
}
