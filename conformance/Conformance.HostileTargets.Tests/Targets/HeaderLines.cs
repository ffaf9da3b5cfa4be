using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>What stands between the status line and the body.</summary>
internal static class HeaderLines
{
    private static readonly ExpectedVerdict NoHttp = Inconclusive("out of reach");

    private static readonly string ManyLines = string.Concat(
        Enumerable.Range(0, 10_000).Select(i => $"X-{i}: {i}\r\n")
    );

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "SendsHeaderOf1MB",
            "sends a header of 1 MB with each response",
            NoHttp,
            Twist.Header($"X-Large: {new string('x', 1_000_000)}")
        ),
        Row("Sends10000Headers", "sends 10,000 header lines with each response", NoHttp, Twist.Header(ManyLines[..^2])),
        Row(
            "SendsEndlessHeaders",
            "sends header lines without end",
            NoHttp,
            Twist.Endless("HTTP/1.1 200 OK\r\n", ManyLines)
        ),
        Row(
            "SendsEndlessHeader",
            "sends one header line without end",
            NoHttp,
            Twist.Endless("HTTP/1.1 200 OK\r\nX-Endless: ", new string('x', 60_000))
        ),
        Row(
            "SendsHeaderWithoutColon",
            "sends a header line without a colon",
            AccusedOrInconclusive(),
            Twist.Header("no colon here")
        ),
        Row(
            "SendsHeaderNamesWithBlanks",
            "sends header names with blanks in them",
            AccusedOrInconclusive(),
            Twist.Header("X Blank : value")
        ),
        Row(
            "FoldsHeaderLines",
            "folds header lines over several lines, as was allowed once",
            NotAccused,
            Twist.Header("X-Folded: begins\r\n  and goes on")
        ),
        Row("SendsNulInHeaders", "sends NUL in a header's value", NotAccused, Twist.Header("X-Nul: a\0b")),
        Row(
            "SendsControlsInHeaders",
            "sends codes that steer a terminal in a header's value",
            NotAccused,
            Twist.Header("X-Steer: \u001b[2J\u001b]0;owned\u0007")
        ),
        Row(
            "SendsOctetsInHeaders",
            "sends octets that are no ASCII in a header's value",
            Conformant,
            Twist.Header("X-Octets: \u00e4\u00ff\u0080")
        ),
        Row(
            "ContradictsContentType",
            "sends two content types",
            Whatever("*/content-type"),
            Twist.Header("Content-Type: text/html")
        ),
        Row(
            "SendsContentTypeOfGarbage",
            "sends a content type that is none",
            Accused("*/content-type"),
            Type("\u00ff\u00fe;;=;\"")
        ),
        Row(
            "SendsLongContentType",
            "sends a content type of 60,000 characters",
            Accused("*/content-type"),
            Type(new string('a', 60_000))
        ),
        Row(
            "ClaimsAnotherCharset",
            "says that its JSON is in UTF-7",
            Conformant,
            Type("application/json; charset=utf-7")
        ),
        Row(
            "PrefersAnotherService",
            "sends Alt-Svc, Strict-Transport-Security, Link and Refresh to elsewhere",
            Conformant,
            Twist.Header(
                "Alt-Svc: h3=\"evil.invalid:443\"\r\nStrict-Transport-Security: max-age=1\r\nLink: <http://evil.invalid/>; rel=preload\r\nRefresh: 0; url=http://evil.invalid/"
            )
        ),
        Row(
            "AsksForCredentials",
            "sends WWW-Authenticate with each response",
            Conformant,
            Twist.Header("WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm=\"give\"")
        ),
        Row(
            "SetsThousandsOfCookies",
            "sets 1,000 cookies with each response",
            Conformant,
            Twist.Header(string.Join("\r\n", Enumerable.Range(0, 1000).Select(i => $"Set-Cookie: c{i}={i}; Path=/")))
        ),
        Row(
            "SetsBrokenCookies",
            "sets cookies that are none",
            Conformant,
            Twist.Header("Set-Cookie: =;;;=\u00ff; Domain=..; Max-Age=x\r\nSet-Cookie: \r\nSet-Cookie: a=\"")
        ),
        Row(
            "RejectsCookies",
            "sets a cookie, and responds with 500 to whoever sends one back",
            Conformant,
            RejectsCookies()
        ),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    private static Func<Func<Pass, Task>> Type(string value) =>
        Twist.Responses((head, body) => Http.Replacing(head, $"Content-Type: {value}") + body);

    private static Func<Func<Pass, Task>> RejectsCookies() =>
        Twist.Requests(pass =>
            pass.Request.Contains("\r\nCookie:", StringComparison.OrdinalIgnoreCase)
                ? pass.WriteAsync(Http.Response("500 Cookie", ""))
                : pass.PassOnAsync((head, body) => Http.WithLine(head, "Set-Cookie: trap=1; Path=/") + body)
        );
}
