using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Http;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>What every response has to be like, whatever was sent.</summary>
internal static partial class Robustness
{
    private const int InspectedBytes = 64 * 1024;

    /// <summary>The invariants of an API, each named as its register or its protocol names the behaviour.</summary>
    public static ImmutableArray<Invariant> Of(Protocol protocol) =>
        protocol.RequestIdHeader is { } header ? [.. All, CarriesRequestId(header)] : All;

    private static Invariant CarriesRequestId(string header) =>
        new(
            "robustness/request-id",
            $"a header {header}",
            seen => string.IsNullOrWhiteSpace(seen.Response.Header(header))
        )
        {
            BindsTheApiAlone = true,
        };

    private static readonly ImmutableArray<Invariant> All =
    [
        // Whoever asks for patience (503 with Retry-After) has not failed: RFC 9110, 15.6.4.
        new(
            "robustness/no-server-error",
            "no 5xx status",
            seen => seen.Response.Status >= 500 && !RetryAfter.IsAskedFor(seen.Response)
        )
        {
            SparesMeantFailures = true,
        },
        new("robustness/no-stack-trace", "a body without a stack trace", seen => ShowsStackTrace(seen.Response)),
        new("robustness/well-formed-json", "a body that is one whole JSON value, as it says", IsBrokenJson),
        new("robustness/no-leak", "nothing of another request", Leaks.Shows),
    ];

    /// <summary>Whether the body says that it is JSON and is none. What a stream has to be like its own behaviours say.</summary>
    private static bool IsBrokenJson(Observed seen) =>
        seen.Response is { Body.Length: > 0, Arrivals: null, BrokenOff: null } response
        && MediaType.Problem(response, "application/json") is null
        && WholeJson.Of(response) is { Unread: null } reading
        // RFC 8259, 8.1.
        && (reading.Problem is not null || !Utf8.IsValid(response.Body.Span));

    /// <summary>Whether the body carries a trace of .NET, the JVM, Python, JavaScript, Go, Ruby or PHP.</summary>
    public static bool ShowsStackTrace(ReceivedResponse response)
    {
        var inspected = response.Body.Span[..Math.Min(response.Body.Length, InspectedBytes)];
        return inspected.Length > 0 && StackTrace().IsMatch(Encoding.UTF8.GetString(inspected));
    }

    // No part may be matched in two ways: a target decides what stands there, and it is looked for in every response.
    [GeneratedRegex(
        @"(?:^|\n|\\n|\\r|>)[ \t]*(?:\\t)?at [\w$<>`\[\]]+\.[\w.$<>`\[\]]+\([^)\r\n]{0,400}\)"
            + @"|[\w$>]\([\w$]+\.(?:java|kt|scala|groovy):\d+\)"
            + @"|\.cs:line \d+"
            + @"|Traceback \(most recent call last\)"
            + @"|File \\?""[^""\r\n]+\.py\\?"", line \d+"
            + @"|\bat .{0,120}\.(?:js|ts|mjs|cjs):\d+:\d+"
            + @"|goroutine \d+ \["
            + @"|\.rb:\d+:in (?:[`']|&#(?:39|x27|96);)"
            + @"|#\d+ [^\s]+\.php\(\d+\)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 20_000
    )]
    private static partial Regex StackTrace();
}
