using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>
/// Whatever bytes a target sends end in one exchange that holds either a response or a named failure, within the time and
/// the memory allowed, and everything that the engine reads from it can be read.
/// </summary>
public sealed class HostileResponsesTests
{
    private const int OverTheUsualTransport = 30_000;
    private const int OverARawSocket = 70_000;
    private const int LongestDetail = 2_000;

    // Another number tries other responses: CONFORMANCE_FUZZ_SEED=7 dotnet test …
    private static readonly int Seed = int.Parse(
        Environment.GetEnvironmentVariable("CONFORMANCE_FUZZ_SEED") ?? "1",
        CultureInfo.InvariantCulture
    );

    private static readonly ImmutableArray<WireRequest> Sent =
    [
        Requests.Put("/", "{}"),
        Requests.Put("/", "{}") with
        {
            ExpectsStream = true,
        },
        Requests.Get,
        new("HEAD", "/", [], null),
    ];

    private static readonly ImmutableArray<(string Name, double AtLeast)> EndsThatCount =
    [
        ("JSON", 0.05),
        ("events", 0.05),
        ("other responses", 0.1),
        ("a stream that broke off", 0.01),
        (nameof(TransportFailureKind.Malformed), 0.05),
        (nameof(TransportFailureKind.Disconnected), 0.02),
        (nameof(TransportFailureKind.Timeout), 0.001),
    ];

    [Theory]
    [InlineData(Way.RestSharp, OverTheUsualTransport)]
    [InlineData(Way.RawSocket, OverARawSocket)]
    public async Task WhateverATargetSendsEndsInAResponseOrANamedFailure(Way way, int responses)
    {
        var cases = new ConcurrentQueue<int>(Enumerable.Range(0, responses));
        var failures = new ConcurrentQueue<string>();
        var ends = new ConcurrentDictionary<string, int>();
        await Task.WhenAll(
            Enumerable
                .Range(0, Environment.ProcessorCount)
                .Select(_ => Task.Run(() => Work(way, cases, failures, ends)))
        );
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        // Were they all cut off at the head, nothing behind it would be tried.
        Assert.All(
            EndsThatCount,
            end => Assert.InRange(ends.GetValueOrDefault(end.Name), responses * end.AtLeast, responses)
        );
    }

    private static async Task Work(
        Way way,
        ConcurrentQueue<int> cases,
        ConcurrentQueue<string> failures,
        ConcurrentDictionary<string, int> ends
    )
    {
        using var targets = new HostileTargets();
        while (failures.IsEmpty && cases.TryDequeue(out var @case))
        {
            var chance = new Chance(unchecked((Seed * 1_000_003) + @case));
            var bytes = HostileResponses.Of(chance);
            var request = chance.In100(80) ? Sent[chance.Below(2)] : chance.Of(Sent);
            try
            {
                var exchange = await targets
                    .Send(way, request, bytes, chance, stalls: chance.In100(5))
                    .WaitAsync(Requests.Guard);
                Check(exchange);
                // Interpretation takes longer than receiving, and both ways lead to the same.
                if (way == Way.RestSharp || chance.In100(50))
                    WhatIsRead.Of(exchange, chance);
                ends.AddOrUpdate(EndOf(exchange), 1, (_, count) => count + 1);
            }
            catch (Exception thrown)
            {
                failures.Enqueue(
                    $"seed {Seed}, case {@case} over {way}, to {request.Method}: {thrown}\n{Shown(bytes)}"
                );
            }
        }
    }

    private static string EndOf(Exchange exchange) =>
        exchange switch
        {
            { Failure: { } failure } => failure.Kind.ToString(),
            { Response: { BrokenOff: not null } } => "a stream that broke off",
            { Response: { } response } when StreamDecoder.Decode(response).Events.Length > 0 => "events",
            _ when exchange.Json() is not null => "JSON",
            _ => "other responses",
        };

    private static void Check(Exchange exchange)
    {
        Assert.True(exchange.Response is null != exchange.Failure is null, "expected a response or a failure");
        Assert.True(exchange.Milliseconds >= 0, "expected a duration");
        foreach (var failure in new[] { exchange.Failure, exchange.Response?.BrokenOff }.OfType<TransportFailure>())
        {
            Assert.True(
                Enum.IsDefined(failure.Kind) && failure.Kind != TransportFailureKind.Unreachable,
                failure.Detail
            );
            Assert.InRange(failure.Detail.Length, 1, LongestDetail);
            Assert.DoesNotContain(failure.Detail, char.IsControl);
        }
        if (exchange.Response is not { } response)
            return;
        Assert.InRange(response.Status, 100, 999);
        Assert.InRange(response.Body.Length, 0, new TargetClientOptions().MaxStreamBytes);
        Assert.InRange(response.Headers.Sum(h => (long)h.Name.Length + h.Value.Length), 0, 1 << 17);
    }

    private static string Shown(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var octet in bytes.AsSpan(0, Math.Min(bytes.Length, 3_000)))
            text.Append(octet is >= (byte)' ' and <= (byte)'~' ? (char)octet : $"\\x{octet:X2}");
        return text.ToString();
    }
}
