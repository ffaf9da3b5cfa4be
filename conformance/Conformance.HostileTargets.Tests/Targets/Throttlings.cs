using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Targets that ask for patience. Nobody is accused of it.</summary>
internal static class Throttlings
{
    private static readonly ExpectedVerdict TooBusy = Inconclusive("throttle");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row("ThrottlesForGood", "throttles every request", TooBusy, Twist.Always(Response("429 Too Many Requests"))),
        Row(
            "ThrottlesForADay",
            "throttles every request and asks for patience of a day",
            TooBusy,
            Twist.Always(Response("429 Too Many Requests", "Retry-After: 86400"))
        ),
        Row(
            "ThrottlesUntil2999",
            "throttles every request until a date in 2999",
            TooBusy,
            Twist.Always(Response("429 Too Many Requests", "Retry-After: Mon, 31 Dec 2999 23:59:59 GMT"))
        ),
        Row(
            "ThrottlesForNegativeTime",
            "throttles every request for -5 seconds",
            TooBusy,
            Twist.Always(Response("429 Too Many Requests", "Retry-After: -5"))
        ),
        Row(
            "ThrottlesForGarbage",
            "throttles every request for a time that is none",
            TooBusy,
            Twist.Always(Response("429 Too Many Requests", "Retry-After: soon\u0007"))
        ),
        Row(
            "ThrottlesForTooLong",
            "throttles every request for 10^30 seconds",
            TooBusy,
            Twist.Always(Response("429 Too Many Requests", "Retry-After: 1000000000000000000000000000000"))
        ),
        Row(
            "ThrottlesNowAndThen",
            "throttles one request in 100 for a second",
            NotAccused,
            Twist.OneIn(100, pass => pass.WriteAsync(Response("429 Too Many Requests", "Retry-After: 1")))
        ),
        Row(
            "ThrottlesOneInTwenty",
            "throttles one request in 20",
            NotAccused,
            Twist.OneIn(20, pass => pass.WriteAsync(Response("429 Too Many Requests")))
        ),
        Row(
            "IsUnavailableNowAndThen",
            "is unavailable for one request in 100, and says for how long",
            NotAccused,
            Twist.OneIn(100, pass => pass.WriteAsync(Response("503 Service Unavailable", "Retry-After: 1")))
        ),
        Row(
            "ThrottlesAfterAWhile",
            "throttles for good after 50 requests",
            NotAccused,
            Twist.After(50, pass => pass.WriteAsync(Response("429 Too Many Requests", "Retry-After: 60")))
        ),
        Row(
            "ThrottlesOneOperation",
            "throttles the creation of runs for good",
            NotAccused,
            Twist.Requests(
                r => r.Contains("/workflow-runs", StringComparison.Ordinal),
                pass => pass.WriteAsync(Response("429 Too Many Requests"))
            )
        ),
        Row(
            "IsUnavailableForGood",
            "is unavailable for every request, and says for how long",
            Inconclusive(""),
            Twist.Always(Response("503 Service Unavailable", "Retry-After: 3600"))
        ),
        Row(
            "IsUnavailableWithoutTime",
            "is unavailable for every request",
            Inconclusive(""),
            Twist.Always(Response("503 Service Unavailable"))
        ),
        Row(
            "ThrottlesWithEndlessBodies",
            "throttles every request, with a body that has no end",
            TooBusy,
            Twist.Endless(Http.Head("429 Too Many Requests", "Retry-After: 1"), new string('x', 60_000))
        ),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected)
        {
            Wire = wire,
            ClockSpeed = 100,
            RequestTimeoutSeconds = 9000,
        };

    private static string Response(string status, params ReadOnlySpan<string> lines) =>
        Http.Response(
            status,
            "{\"message\":\"wait\"}",
            ["x-amzn-RequestId: 1", "X-Amzn-ErrorType: ThrottlingException", .. lines]
        );
}
