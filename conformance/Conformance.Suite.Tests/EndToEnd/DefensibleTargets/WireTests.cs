using System.Globalization;
using System.Text;
using Conformance.Reports;
using Conformance.Suite.Configuration;
using Conformance.Suite.Running;

namespace Conformance.Suite.Tests.EndToEnd.DefensibleTargets;

/// <summary>Right targets behind servers that speak HTTP in their own way.</summary>
public sealed class WireTests
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(30);

    [Fact]
    public Task ATargetThatAnswersInChunksIsNotAccused() =>
        IsNotAccused(pass =>
            pass.Write((head, body) => Without("Content-Length", head, "Transfer-Encoding: chunked") + Chunks(body))
        );

    [Fact]
    public Task ATargetThatEndsItsAnswersWithTheConnectionIsNotAccused() =>
        IsNotAccused(pass =>
        {
            pass.IsLast = true;
            return pass.Write(
                (head, body) => "HTTP/1.0" + Without("Content-Length", head, "Connection: close")[8..] + body
            );
        });

    [Fact]
    public Task ATargetThatClosesAfterEachAnswerIsNotAccused() =>
        IsNotAccused(pass =>
        {
            pass.IsLast = true;
            return pass.Write((head, body) => head[..^2] + "Connection: close\r\n\r\n" + body);
        });

    [Fact]
    public Task ATargetThatClosesAfterEachAnswerWithoutSayingSoIsNotAccused() =>
        IsNotAccused(pass =>
        {
            pass.IsLast = true;
            return pass.Write();
        });

    [Fact]
    public Task ATargetThatSendsInterimAnswersIsNotAccused() =>
        IsNotAccused(pass => pass.Write((head, body) => "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + head + body));

    [Fact]
    public Task ATargetWithoutReasonPhrasesIsNotAccused() =>
        IsNotAccused(pass =>
            pass.Write((head, body) => head[..13] + head[head.IndexOf('\r', StringComparison.Ordinal)..] + body)
        );

    [Fact]
    public Task ATargetThatIsSlowIsNotAccused() =>
        IsNotAccused(
            async pass =>
            {
                // A slow target is what is tried here: there is no event to wait for.
                await Task.Delay(Slowness, TimeProvider.System, TestContext.Current.CancellationToken);
                await pass.Write();
            },
            options => options with { Parallelism = 24 }
        );

    [Theory]
    [InlineData("Retry-After: 0\r\n")]
    [InlineData("Retry-After: 1\r\n")]
    [InlineData("")]
    public async Task ATargetThatThrottlesNowAndThenIsNotAccused(string retryAfter)
    {
        var count = 0;
        var report = await IsNotAccused(
            pass =>
                Interlocked.Increment(ref count) % 20 == 0
                    ? pass.Client.Write($"HTTP/1.1 429 Too Many Requests\r\n{retryAfter}Content-Length: 0\r\n\r\n")
                    : pass.Write(),
            Hurried
        );
        Assert.Contains(report.Notes, note => note.Contains("429", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATargetThatThrottlesWithoutEndIsUndecided()
    {
        await using var front = await Front.That(pass =>
            pass.Client.Write("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n")
        );
        var report = await Judging.OfNovaAct(front.Url, Hurried);
        Assert.Equal(3, report.ExitCode());
        Assert.Contains("throttle", report.UndecidedBecause, StringComparison.Ordinal);
    }

    private static async Task<RunReport> IsNotAccused(
        Func<Pass, Task> passes,
        Func<RunOptions, RunOptions>? change = null
    )
    {
        await using var front = await Front.That(passes);
        var report = await Judging.OfNovaAct(front.Url, change);
        new Reading("speaks HTTP in its own way", () => Twists.Correct).IsNotAccused(report);
        return report;
    }

    private static RunOptions Hurried(RunOptions options) =>
        options with
        {
            Time = new HurriedTime(100),
            Configuration = Judging.Reference with
            {
                Limits = new LimitsConfiguration { RequestTimeoutSeconds = 1000 },
            },
        };

    private static string Without(string header, string head, string instead) =>
        string.Join(
            "\r\n",
            head.Split("\r\n")
                .Select(line => line.StartsWith(header, StringComparison.OrdinalIgnoreCase) ? instead : line)
        );

    private static string Chunks(string body)
    {
        var chunks = new StringBuilder();
        foreach (var part in body.Chunk(7))
            chunks.Append(CultureInfo.InvariantCulture, $"{part.Length:x};a=b\r\n").Append(part).Append("\r\n");
        return chunks.Append("0\r\n\r\n").ToString();
    }
}
