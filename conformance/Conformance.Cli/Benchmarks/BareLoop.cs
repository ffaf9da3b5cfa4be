using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Conformance.Cli.Benchmarks;

/// <summary>The fastest a plain client gets: valid requests over kept-alive connections, responses read and dropped.</summary>
internal static class BareLoop
{
    /// <summary>What was measured.</summary>
    public sealed record Result(int Requests, double Seconds);

    /// <summary>Creates as many definitions as the kit sent requests, with as many clients at once.</summary>
    public static async Task<Result> Measure(Uri target, int requests, int clients, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var client = new HttpClient(handler);
        var url = new Uri(target, "workflow-definitions");
        var next = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Client()));
        return new Result(requests, Stopwatch.GetElapsedTime(start).TotalSeconds);

        async Task Client()
        {
            while (Interlocked.Increment(ref next) is var number && number <= requests)
            {
                var body = string.Create(CultureInfo.InvariantCulture, $$"""{"name":"bare-{{number}}"}""");
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var response = await client.PutAsync(url, content, cancel);
                await response.Content.ReadAsByteArrayAsync(cancel);
            }
        }
    }
}
