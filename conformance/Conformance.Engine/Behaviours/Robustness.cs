using System.Text;
using System.Text.RegularExpressions;
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
            response => string.IsNullOrWhiteSpace(response.Header(header))
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
            response => response.Status >= 500 && !RetryAfter.IsAskedFor(response)
        )
        {
            SparesMeantFailures = true,
        },
        new("robustness/no-stack-trace", "a body without a stack trace", ShowsStackTrace),
    ];

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
