using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>How a response begins.</summary>
internal static class StatusLines
{
    private static readonly ExpectedVerdict NoHttp = Inconclusive("out of reach");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "ReturnsGarbage",
            "responds with bytes that are no HTTP",
            NoHttp,
            Twist.AlwaysLast("\0\u00ff\u0001garbage\r\n\r\n")
        ),
        Row(
            "ReturnsBodiesAlone",
            "sends bodies without heads, as HTTP/0.9 did",
            NoHttp,
            Twist.AlwaysLast("{\"status\":\"ACTIVE\"}")
        ),
        Row("SpeaksAnotherVersion", "says HTTP/3.7", AccusedOrInconclusive(), Begins("HTTP/3.7 200 OK")),
        Row(
            "SpeaksAnotherProtocol",
            "greets like a mail server",
            NoHttp,
            Twist.AlwaysLast("220 mail.example.com ESMTP\r\n")
        ),
        Row("GivesStatusOfTwoDigits", "responds with status 20", NoHttp, Begins("HTTP/1.1 20 OK")),
        Row("GivesStatusOfFourDigits", "responds with status 2000", NoHttp, Begins("HTTP/1.1 2000 OK")),
        Row(
            "GivesStatus000",
            "responds with status 000",
            AccusedOrInconclusive(Ids.Requests),
            Begins("HTTP/1.1 000 Zero")
        ),
        Row(
            "GivesStatus999",
            "responds with status 999",
            Accused(Ids.Requests, Ids.Robustness, "*/body/*"),
            Begins("HTTP/1.1 999 Beyond")
        ),
        Row("GivesStatus299", "responds to everything with status 299", Accused("*"), Begins("HTTP/1.1 299 Nearly")),
        Row(
            "GivesEndlessReason",
            "sends a reason phrase without end",
            NoHttp,
            Twist.Endless("HTTP/1.1 200 ", new string('o', 60_000))
        ),
        Row(
            "GivesReasonOfControls",
            "puts codes that steer a terminal into the reason phrase",
            Conformant,
            Twist.Responses(
                (head, body) =>
                    head.Insert(head.IndexOf('\r', StringComparison.Ordinal), " \u001b[2J\u001b]0;owned\u0007") + body
            )
        ),
        Row(
            "EndsLinesWithLineFeeds",
            "ends lines with LF alone",
            Conformant,
            Twist.Responses((head, body) => head.Replace("\r\n", "\n", StringComparison.Ordinal) + body)
        ),
        Row(
            "BeginsWithEmptyLines",
            "sends empty lines before its responses",
            NotAccused,
            Twist.Responses((head, body) => "\r\n\r\n" + head + body)
        ),
        Row(
            "SendsHeadsTwice",
            "sends each head twice",
            Accused("*"),
            Twist.LastResponses((head, body) => head + head + body)
        ),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    /// <summary>Every response is this one, with a body that would do.</summary>
    private static Func<Func<Pass, Task>> Begins(string statusLine) =>
        Twist.Always(
            $"{statusLine}\r\nContent-Type: application/json\r\nContent-Length: 19\r\nx-amzn-RequestId: 1\r\n\r\n{{\"status\":\"ACTIVE\"}}"
        );
}
