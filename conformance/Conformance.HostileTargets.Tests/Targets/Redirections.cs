using System.Text;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Targets that send the kit elsewhere, and others that speak before they respond.</summary>
internal static class Redirections
{
    private static readonly ExpectedVerdict Stays = AccusedOrInconclusive("*");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Redirects(
            "RedirectsInCircles",
            "redirects every request to another path of its own",
            "308 Permanent Redirect",
            "/again"
        ),
        Redirects("RedirectsToFiles", "redirects every request to a file", "302 Found", "file:///etc/passwd"),
        Redirects(
            "RedirectsToMetadata",
            "redirects every request to where clouds keep credentials",
            "301 Moved Permanently",
            "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
        ),
        Redirects(
            "RedirectsFarAway",
            "redirects every request to an address of 50,000 characters",
            "307 Temporary Redirect",
            "http://evil.invalid/" + new string('x', 50_000)
        ),
        // Whoever follows finds a right target, and would call this one conformant.
        new("RedirectsToARightTarget", "nova-act", "redirects every request to a target that responds correctly", Stays)
        {
            Gate = () => ToTheOneBehind,
        },
        Row(
            "SendsInterimResponses",
            "sends 1,000 interim responses before each response",
            Conformant,
            Twist.Responses(
                (head, body) =>
                    string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n", 1000))
                    + head
                    + body
            )
        ) with
        {
            Only = [Ids.Requests],
        },
        Row(
            "SendsEndlessInterimResponses",
            "sends interim responses without end",
            Inconclusive("out of reach"),
            Twist.Endless("", string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 1000)))
        ) with
        {
            RequestTimeoutSeconds = 1,
        },
        Row(
            "SendsInterimBodies",
            "sends interim responses with bodies",
            NotAccused,
            Twist.Responses((head, body) => "HTTP/1.1 103 Early Hints\r\nContent-Length: 5\r\n\r\nearly" + head + body)
        ),
        Row(
            "SwitchesProtocols",
            "switches protocols at each request",
            AccusedOrInconclusive("*"),
            Twist.Always("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: hostile\r\n\r\n")
        ) with
        {
            RequestTimeoutSeconds = 1,
            Only = [Ids.Requests],
        },
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    private static HostileTarget Redirects(string name, string says, string status, string location) =>
        Row(name, says, Stays, Twist.Always(Http.Response(status, "", $"Location: {location}")));

    private static async Task ToTheOneBehind(Visit visit)
    {
        var buffer = new byte[64 * 1024];
        while (await visit.Bytes.ReadAsync(buffer, visit.Stopped) is > 0 and var count)
        {
            var path = Encoding.Latin1.GetString(buffer, 0, count).Split(' ').ElementAtOrDefault(1) ?? "/";
            var location = $"Location: {visit.Behind.AbsoluteUri.TrimEnd('/')}{path}";
            await visit.WriteAsync(Encoding.Latin1.GetBytes(Http.Response("307 Temporary Redirect", "", location)));
        }
    }
}
