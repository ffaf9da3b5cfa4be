using System.IO.Compression;
using System.Text;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Bodies that are large, packed, slow or no text at all.</summary>
internal static class Bodies
{
    private const int Megabyte = 1_000_000;

    private static readonly string Json = "Content-Type: application/json";

    private static readonly string Bomb = Packed(Megabyte * 100);

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "SendsEndlessBodies",
            "sends bodies without end",
            AccusedOrInconclusive("*"),
            Twist.Endless(Http.Head("201 Created"), new string(' ', 60_000))
        ) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Row(
            "SendsEndlessErrorsOnly",
            "responds correctly, but its errors have bodies without end",
            NotAccused with
            {
                Accuses = [Ids.Errors],
            },
            EndlessErrors()
        ) with
        {
            Only =
            [
                "CreateWorkflowDefinition/request/required-only/accepted",
                "CreateWorkflowDefinition/error/ValidationException/message/required",
            ],
        },
        Row(
            "Pads50MBAfterJson",
            "adds 50 MB of blanks to its JSON",
            NotAccused,
            Padded((head, body) => (head, body, 50 * Megabyte))
        ) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Row(
            "PadsHalfAMegabyteBeforeJson",
            "begins its JSON with 500 KB of blanks",
            Conformant,
            Twist.Responses(
                (head, body) =>
                    body.Length == 0 ? head + body : Http.WithBody(head, new string(' ', Megabyte / 2) + body)
            )
        ) with
        {
            Only = [Ids.Requests, "*/response/status/*"],
        },
        Row(
            "ReturnsNothing",
            "responds correctly, without bodies",
            Accused("*"),
            Twist.Responses((head, _) => Http.WithBody(head, ""))
        ),
        Row(
            "ReturnsRandomOctets",
            "sends random octets as each body",
            Accused("*"),
            Twist.Responses((head, body) => Http.WithBody(head, Noise(body.Length * 7)))
        ),
        Row(
            "RespondsInUtf16",
            "sends its JSON in UTF-16",
            Accused("*"),
            Twist.Responses(
                (head, body) => Http.WithBody(head, Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(body)))
            )
        ),
        Row(
            "ClaimsToPack",
            "says that bodies are packed, and packs nothing",
            Conformant,
            Twist.Header("Content-Encoding: gzip")
        ),
        Row(
            "PacksUnasked",
            "packs bodies though nobody said that they may be",
            Conformant,
            Twist.Responses((head, body) => Http.WithBody(Http.WithLine(head, "Content-Encoding: gzip"), Packed(body)))
        ),
        Row(
            "SendsBombs",
            "packs 100 MB of blanks into 100 KB and sends that as each body",
            NotAccused,
            Twist.Responses((head, _) => Http.WithBody(Http.WithLine(head, "Content-Encoding: gzip"), Bomb))
        ) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Row("SendsOctetByOctet", "sends its responses octet by octet", Conformant, Twist.Requests(OctetByOctet)) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Row(
            "RepeatsTheRequest",
            "sends the request back as the body of a success",
            Accused("*"),
            Twist.Requests(pass => pass.WriteAsync(Http.Response("201 Created", pass.Request, Json)))
        ),
        Row(
            "RespondsWithAPage",
            "responds with a login page",
            AccusedOrInconclusive("*"),
            Twist.Always(
                Http.Response(
                    "200 OK",
                    "<!DOCTYPE html><html><body><form action='/login'><input name='password'></form></body></html>",
                    "Content-Type: text/html"
                )
            )
        ),
        Row(
            "ShowsStackTraces",
            "sends 300 KB of stack trace with every error",
            Warned("*/robustness/no-stack-trace", Ids.Errors),
            Twist.Errors(_ =>
                "{\"message\":\""
                + string.Concat(
                    Enumerable.Repeat(
                        "   at Some.Service.Call(String name) in C:\\\\src\\\\Service.cs:line 42\\n",
                        4_000
                    )
                )
                + "\"}"
            )
        ),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    private static Func<Func<Pass, Task>> EndlessErrors() =>
        Twist.Requests(async pass =>
        {
            var (head, body) = await pass.ResponseAsync();
            if (Http.IsSuccess(head))
            {
                await pass.WriteAsync(head + body);
                return;
            }
            await pass.WriteAsync(Http.WithChunks(head, ""));
            while (true)
                await pass.WriteAsync(Http.Chunk(new string('x', 60_000)));
        });

    /// <summary>The body, and so many blanks after it.</summary>
    private static Func<Func<Pass, Task>> Padded(Func<string, string, (string Head, string Body, int Blanks)> pad) =>
        Twist.Requests(async pass =>
        {
            var (right, json) = await pass.ResponseAsync();
            var (head, body, blanks) = pad(right, json);
            await pass.WriteAsync(Http.Replacing(head, $"Content-Length: {body.Length + blanks}") + body);
            for (var left = blanks; left > 0; left -= 50_000)
                await pass.WriteAsync(new string(' ', Math.Min(left, 50_000)));
        });

    private static async Task OctetByOctet(Pass pass)
    {
        var (head, body) = await pass.ResponseAsync();
        foreach (var octet in head + body)
            await pass.WriteAsync($"{octet}");
    }

    // The same noise each time, whatever the machine.
    private static string Noise(int length)
    {
        var octets = new char[length];
        var state = 12345u;
        for (var i = 0; i < length; i++)
            octets[i] = (char)((state = (state * 1664525) + 1013904223) >> 24);
        return new string(octets);
    }

    private static string Packed(string text) => Packed(stream => stream.Write(Encoding.Latin1.GetBytes(text)));

    private static string Packed(int blanks) =>
        Packed(stream =>
        {
            var some = Encoding.ASCII.GetBytes(new string(' ', 100_000));
            for (var left = blanks; left > 0; left -= some.Length)
                stream.Write(some);
        });

    private static string Packed(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            write(gzip);
        return Encoding.Latin1.GetString(packed.ToArray());
    }
}
