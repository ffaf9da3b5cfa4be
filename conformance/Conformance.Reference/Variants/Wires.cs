using System.Globalization;
using System.Text;
using Conformance.Reference.Mutants;
using Conformance.Reference.Wire;

namespace Conformance.Reference.Variants;

/// <summary>HTTP spoken in other ways. It matters to the kit's client alone, so one API shows it, and another that streams.</summary>
internal static class Wires
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Sends(
            "RespondsInChunks",
            "responds in chunks",
            "rfc9112",
            (head, body) => WithoutLength(head, "Transfer-Encoding: chunked") + Chunks(body)
        ),
        Sends(
            "EndsResponsesWithTheConnection",
            "speaks HTTP/1.0 and ends each response with the connection",
            "rfc9112",
            (head, body) => "HTTP/1.0" + WithoutLength(head, "Connection: close")["HTTP/1.1".Length..] + body,
            closes: true
        ),
        Sends(
            "ClosesAfterEachResponse",
            "closes the connection after each response",
            "rfc9112",
            (head, body) => head[..^2] + "Connection: close\r\n\r\n" + body,
            closes: true
        ),
        Sends(
            "ClosesWithoutSayingSo",
            "closes the connection after each response without saying so",
            "rfc9112",
            (head, body) => head + body,
            closes: true
        ),
        Sends(
            "SendsInterimResponses",
            "sends an interim response before each",
            "rfc9110",
            (head, body) => "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + head + body
        ),
        Sends(
            "GivesNoReasonPhrases",
            "gives no reason phrases",
            "rfc9112",
            (head, body) => WithoutReasonPhrase(head) + body
        ),
        Row(
            "IsSlow",
            "takes a while for each response",
            "no document says how fast",
            () =>
                async pass =>
                {
                    await pass.DawdleAsync(TimeSpan.FromMilliseconds(15));
                    await pass.PassOnAsync();
                }
        ),
        Throttles("ThrottlesNowAndThen", "throttles one request in 50 with 429", 50, ""),
        Throttles(
            "ThrottlesAndSaysForHowLong",
            "throttles one request in 100 with 429 and Retry-After",
            100,
            "Retry-After: 1\r\n"
        ),
        Row("DropsIdleConnections", "ends one connection in five", "rfc9112", DropsIdleConnections),
        // What is lost twice running can't be judged.
        Row(
                "LosesResponses",
                "closes kept connections before one response in six, without saying so",
                "rfc9112",
                LosesResponses
            )
            .PerhapsInconclusive(),
        // What is done and then said to have failed may be in its own way.
        Row("FailsNowAndThen", "fails one request in 600", "D0:131", () => Failing(_ => Task.CompletedTask))
            .PerhapsInconclusive(),
        Row(
                "FailsNowAndThenWhatItDid",
                "carries out one request in 600 and says that it failed",
                "D0:131",
                () => Failing(pass => pass.ResponseAsync())
            )
            .PerhapsInconclusive(),
        Row(
            "ClosesOnLargeBodies",
            "closes the connection on bodies above 64 KiB",
            "rfc9110",
            () => pass => pass.Request.Length <= 64 * 1024 ? pass.PassOnAsync() : Reset(pass)
        ),
        OverHttp2("SpeaksHttp2", "nova-act", "speaks HTTP/2 over TLS"),
        OverHttp2("StreamsOverHttp2", "bedrock-flows", "streams over HTTP/2"),
    ];

    /// <summary>The right responses go another way over the wire.</summary>
    private static Variant Row(string name, string says, string allowedBy, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, allowedBy) { Wire = wire };

    /// <summary>Each response is written in another way, and may be the last of its connection.</summary>
    private static Variant Sends(
        string name,
        string says,
        string allowedBy,
        Func<string, string, string> write,
        bool closes = false
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                pass =>
                {
                    pass.IsLast = closes;
                    return pass.PassOnAsync(write);
                }
        );

    /// <summary>The head with this line in place of the one that tells the length.</summary>
    private static string WithoutLength(string head, string instead) =>
        string.Join(
            "\r\n",
            head.Split("\r\n")
                .Select(l => l.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase) ? instead : l)
        );

    private static string Chunks(string body)
    {
        var chunks = new StringBuilder();
        foreach (var part in body.Chunk(7))
            chunks.Append(CultureInfo.InvariantCulture, $"{part.Length:x};a=b\r\n").Append(part).Append("\r\n");
        return chunks.Append("0\r\n\r\n").ToString();
    }

    private static string WithoutReasonPhrase(string head) =>
        head[.."HTTP/1.1 200 ".Length] + head[head.IndexOf('\r', StringComparison.Ordinal)..];

    /// <summary>Some requests are put off.</summary>
    private static Variant Throttles(string name, string says, int every, string header) =>
        Row(
            name,
            says,
            "D0:185",
            () =>
            {
                var turn = new EveryNth(every);
                return pass =>
                    turn.Comes()
                        ? pass.WriteAsync($"HTTP/1.1 429 Too Many Requests\r\n{header}Content-Length: 0\r\n\r\n")
                        : pass.PassOnAsync();
            }
        );

    /// <summary>Connections end between two requests, as those of a server that saves memory do.</summary>
    private static Func<Pass, Task> DropsIdleConnections()
    {
        var fifth = new EveryNth(5);
        return pass =>
        {
            pass.IsLast = fifth.Comes();
            return pass.PassOnAsync();
        };
    }

    /// <summary>Requests are carried out and connections closed before their responses are out, as behind some load balancers.</summary>
    private static Func<Pass, Task> LosesResponses()
    {
        var sixth = new EveryNth(6);
        return async pass =>
        {
            pass.IsLast = !pass.IsFirst && sixth.Comes();
            if (pass.IsLast)
                await pass.ResponseAsync();
            else
                await pass.PassOnAsync();
        };
    }

    /// <summary>A server error now and then, about which the documents say to try again.</summary>
    private static Func<Pass, Task> Failing(Func<Pass, Task> before)
    {
        var turn = new EveryNth(600);
        return async pass =>
        {
            if (!turn.Comes())
            {
                await pass.PassOnAsync();
                return;
            }
            await before(pass);
            await pass.WriteAsync(
                "HTTP/1.1 500 Internal Server Error\r\nX-Amzn-ErrorType: InternalServerException\r\n"
                    + "x-amzn-RequestId: 0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
            );
        };
    }

    /// <summary>Whoever finds a body too large need not respond at all (RFC 9110, 15.5.14).</summary>
    private static Task Reset(Pass pass)
    {
        pass.Reset();
        return Task.CompletedTask;
    }

    /// <summary>Another version of HTTP, with lowercase header names and all requests on one connection.</summary>
    private static Variant OverHttp2(string name, string api, string says) =>
        new(name, api, says, "rfc9113")
        {
            Configuration = "connection: { httpVersion: 2, trustAnyCertificate: true }",
            IsBehindTls = true,
        };
}
