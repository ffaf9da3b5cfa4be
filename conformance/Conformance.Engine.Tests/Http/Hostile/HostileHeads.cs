using System.Globalization;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>Status lines and header lines, most of them nearly right.</summary>
internal static class HostileHeads
{
    private static readonly ImmutableArray<string> Values =
    [
        "",
        " ",
        "0",
        "-1",
        "1",
        "86400",
        "99999999999999999999",
        "Fri, 02 Jan 2026 03:04:05 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Thu, 32 Foo 2026 25:61:61 GMT",
        "application/json",
        "application/json; charset=nonsense",
        "application/json;charset=\"",
        "application/vnd.amazon.eventstream",
        "APPLICATION/VND.AMAZON.EVENTSTREAM;x",
        "text/html;charset=utf-7",
        ";",
        ",",
        "a,b;c=d",
        "gzip",
        "br, gzip",
        "identity",
        "chunked",
        "gzip, chunked",
        "chunked, chunked",
        "close",
        "keep-alive",
        "upgrade, close",
        "ValidationException",
        "ValidationException:http://x/",
        "a#b#",
        "a=b; Path=/; Domain=.example; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "=; =;",
        "a=\u0001; Max-Age=99999999999999999999; SameSite=None",
        "\"",
        "http://[::1",
    ];

    private static readonly ImmutableArray<string> Names =
    [
        "Content-Type",
        "Retry-After",
        "X-Amzn-Errortype",
        "x-amzn-RequestId",
        "Set-Cookie",
        "Set-Cookie2",
        "Date",
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "Upgrade",
        "Content-Encoding",
        "Trailer",
        "Location",
        "WWW-Authenticate",
        "Alt-Svc",
        "Content-MD5",
        "Content-Range",
        "Content-Disposition",
        "Last-Modified",
        "Expires",
        "Age",
        "ETag",
        "Vary",
        "Via",
        "Warning",
        "x",
    ];

    private static readonly ImmutableArray<string> NoNames = ["X Y", "X ", " X", "\u00e9", "X\0", "", "("];

    private static readonly ImmutableArray<string> OddValues = ["\u00e9\u00ff\u0080", "a\0b", "a\rb", "a\u0008b\u007f"];

    public static string StatusLine(Chance chance)
    {
        var version = chance.In100(97)
            ? "HTTP/1.1"
            : chance.Of("HTTP/1.0", "HTTP/1.9", "HTTP/0.9", "HTTP/2.0", "http/1.1", "HTTP/1.11", "HTTP/", "ICY");
        var reason = chance.In100(90) ? " OK" : chance.Of("", " ", "  ", "X", " \0", " \u00ff", " \u000b", " a:b");
        return $"{version} {Status(chance)}{reason}";
    }

    public static string HeaderLine(Chance chance)
    {
        var name = chance.Of(chance.In100(98) ? Names : NoNames);
        var value =
            chance.In100(94) ? chance.Of(Values)
            : chance.In100(50) ? chance.Of(OddValues)
            : chance.Noise(60);
        return chance.Below(200) switch
        {
            0 => $"{name} {value}",
            1 => $"{name}:{value}\r\n folded {value}",
            2 => $"{name}:{value}\r\n\t\r\n \r\n x",
            3 => $"X-Long: {new string('x', chance.Below(70_000))}",
            4 => $"{name} : {value}",
            5 => chance.Noise(40),
            _ => $"{name}: {value}",
        };
    }

    private static string Status(Chance chance) =>
        chance.In100(90) ? chance.Of("200", "201", "202", "204", "400", "404", "409", "429", "500", "503")
        : chance.In100(70) ? chance.Below(1_000).ToString("000", CultureInfo.InvariantCulture)
        : chance.Of("0", "1", "99", "1000", "-12", "2 0", "abc", "", "2e2", "\u0662\u0660");
}
