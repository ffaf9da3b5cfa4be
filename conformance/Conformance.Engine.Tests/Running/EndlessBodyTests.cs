using Conformance.Engine.Http;
using Conformance.Engine.Tests.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Running;

/// <summary>Responses that go on and on take no more memory than the kit's limit for a body.</summary>
public sealed class EndlessBodyTests
{
    [Theory]
    [InlineData("Content-Length: 104857600\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n")]
    public async Task TheyAreCutAndFailWhatTheyBreak(string framing)
    {
        var part = framing.StartsWith('T')
            ? $"{64 * 1024:x}\r\n{new string('x', 64 * 1024)}\r\n"
            : new string('x', 64 * 1024);
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n" + framing);
            for (var sent = 0; sent < 1600; sent++)
                await connection.Write(part);
        });
        var report = await KitRuns.OfNovaAct(
            target.Url,
            options => options with { Selection = new(["nova-act"], [], ["*/response/*", "*/body/empty"]) }
        );
        Assert.Equal(1, report.ExitCode());
        Assert.Contains("CreateWorkflowRun/response/status/required", report.Ids(Outcome.Failed));
        var responses = report
            .Verdicts.SelectMany(v => v.Evidence?.Exchanges ?? [])
            .Select(s => s.Exchange.Response!)
            .ToList();
        Assert.NotEmpty(responses);
        Assert.All(
            responses,
            a => Assert.Equal((true, new TargetClientOptions().MaxBodyBytes), (a.IsTruncated, a.Body.Length))
        );
    }

    [Fact]
    public async Task ARightBodyThatIsLargerThanTheKitReadsIsNoFault()
    {
        var body = """{"status":"ACTIVE"}""" + new string(' ', 2 << 20);
        await using var target = Loopback.That(async connection =>
        {
            await connection.ReadRequest();
            await connection.Write(
                $"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            );
        });
        var report = await KitRuns.OfNovaAct(
            target.Url,
            options => options with { Selection = new(["nova-act"], [], ["*/response/status/*"]) }
        );
        Assert.Equal(3, report.ExitCode());
        Assert.Empty(report.Ids(Outcome.Failed));
        Assert.Contains("CreateWorkflowRun/response/status/required", report.Ids(Outcome.Errored));
        Assert.All(
            report.Verdicts.Where(v => v.Outcome == Outcome.Errored),
            v =>
                Assert.Contains(
                    "larger than the 1,048,576 bytes that the kit reads",
                    v.Reason,
                    StringComparison.Ordinal
                )
        );
    }
}
