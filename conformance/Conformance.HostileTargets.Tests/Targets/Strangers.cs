using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>What arrives at the receiver of webhooks from somebody else than the target.</summary>
internal static partial class Strangers
{
    // Stands for what is read from the URL that the target was told to call.
    private const string RunId = "{run}";

    private static readonly ImmutableArray<string> Few = ["*/webhook/one-at-the-end", "*/webhook/status"];

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Abuses(
            "StrangersSendGarbage",
            "responds correctly, while somebody sends garbage to the receiver",
            Conformant,
            20,
            "\0\u0001garbage\r\n\r\n"
        ),
        Abuses(
            "StrangersPostToGuesses",
            "responds correctly, while somebody posts to paths of the receiver that he guesses",
            Conformant,
            200,
            "POST /abc123/0123456789abcdef HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"
        ),
        Abuses(
            "StrangersKnowTheRun",
            "responds correctly, while somebody who knows the run's id posts to paths of the receiver that he guesses",
            NotAccused,
            200,
            $"POST /{RunId}/0123456789abcdef HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{{}}"
        ),
        Abuses(
            "StrangersPostMegabytes",
            "responds correctly, while somebody posts 1 MB again and again to the receiver",
            Conformant,
            50,
            "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + new string('x', 1_000_000)
        ),
        Abuses(
            "StrangersPromiseGigabytes",
            "responds correctly, while somebody promises the receiver bodies of 10 GB",
            Conformant,
            20,
            "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\nx"
        ),
        Abuses(
            "StrangersStopWithinHeads",
            "responds correctly, while somebody begins 200 requests to the receiver and ends none",
            Conformant,
            200,
            "POST /x HTTP/1.1\r\nHost: "
        ),
        Abuses(
            "StrangersTakeEveryConnection",
            "responds correctly, while somebody keeps 400 connections to the receiver",
            Conformant,
            400,
            ""
        ),
    ];

    /// <summary>So many connections to the receiver, each with these bytes and kept, as soon as its address is known.</summary>
    private static HostileTarget Abuses(
        string name,
        string says,
        ExpectedVerdict expected,
        int connections,
        string bytes
    ) =>
        new(name, "pennsieve", says, expected)
        {
            Only = Few,
            Wire = () =>
            {
                var begun = 0;
                var strangers = new List<TcpClient>();
                return async pass =>
                {
                    if (
                        Receiver().Match(pass.Request) is { Success: true } match
                        && Interlocked.Exchange(ref begun, 1) == 0
                    )
                        for (var n = 0; n < connections; n++)
                            strangers.Add(
                                await StrangerAsync(
                                    int.Parse(match.Groups[1].ValueSpan),
                                    bytes.Replace(RunId, match.Groups[2].Value, StringComparison.Ordinal)
                                )
                            );
                    await pass.PassOnAsync();
                };
            },
        };

    private static async Task<TcpClient> StrangerAsync(int port, string bytes)
    {
        var stranger = new TcpClient();
        try
        {
            await stranger.ConnectAsync(IPAddress.Loopback, port);
            await stranger.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The receiver has had enough of him.
        }
        return stranger;
    }

    [GeneratedRegex(@"""http://127\.0\.0\.1:(\d+)/([^/""]+)/")]
    private static partial Regex Receiver();
}
