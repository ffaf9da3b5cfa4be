using System.Text;
using Conformance.Reports.Tests.Samples;
using FsCheck.Xunit;

namespace Conformance.Reports.Tests;

[Properties(EndSize = HostileText.MostPieces, Arbitrary = [typeof(HostileText)])]
public sealed class CurlCommandTests
{
    /// <summary>In place of curl: prints its arguments, then what it would send from its standard input.</summary>
    private const string Stub =
        "curl() { printf '%s\\0' \"$@\"; for a in \"$@\"; do if [ \"$a\" = @- ]; then printf 'stdin\\0'; cat; fi; done; }\n";

    [Fact]
    public void MethodPathHeadersAndBodyAreSentAsTheyWere()
    {
        var words = Arguments(
            new(
                "PUT",
                "https://target.example/a/../b//%7e[1]{2}?x=$y",
                [
                    new("Content-Type", "application/json"),
                    new("X-Empty", ""),
                    new("Accept", "*/*"),
                    new("User-Agent", "kit"),
                ],
                Encoding.UTF8.GetBytes("{\"it's\":\"50% \\\\ \\n é\"}")
            )
        );
        Assert.Equal(
            [
                "--include",
                "--path-as-is",
                "--globoff",
                "--request",
                "PUT",
                "--url",
                "https://target.example/a/../b//%7e[1]{2}?x=$y",
                "--header",
                "Content-Type: application/json",
                "--header",
                "X-Empty;",
                "--header",
                "Accept: */*",
                "--header",
                "User-Agent: kit",
                "--data-raw",
                "{\"it's\":\"50% \\\\ \\n é\"}",
            ],
            words
        );
    }

    [Fact]
    public void WhatCurlWouldAddOnItsOwnIsTakenAway()
    {
        var words = Arguments(new("POST", "https://target.example/", [], Array.Empty<byte>()));
        Assert.Superset(new HashSet<string> { "User-Agent:", "Accept:", "Content-Type:" }, words.ToHashSet());
        Assert.Equal("", words[^1]);
    }

    [Fact]
    public void HostAndLengthAreLeftToCurlOnlyWhereItSendsTheSame()
    {
        var words = Arguments(
            new(
                "POST",
                "https://target.example/",
                [new("host", "target.example"), new("Content-Length", "9")],
                "ab"u8.ToArray()
            )
        );
        Assert.DoesNotContain("host: target.example", words);
        Assert.Contains("Content-Length: 9", words);
    }

    [Fact]
    public void AHeaderThatCurlCannotSendIsCountedAndNotMangled()
    {
        var request = new SentRequest(
            "GET",
            "https://target.example/",
            [new("X", "a\r\nY: b"), new("@file", "x")],
            Body: null
        );
        Assert.EndsWith(
            "# without 2 header lines that curl cannot send",
            CurlCommand.For(request),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Arguments(request), word => word.Contains("file", StringComparison.Ordinal));
    }

    [Fact]
    public void AHeadRequestDoesNotWaitForABody() =>
        Assert.Contains("--head", Arguments(new("HEAD", "https://target.example/", [], Body: null)));

    [Fact]
    public void RedactedValuesStayRedacted() =>
        Assert.Contains(
            "Authorization: AWS4-HMAC-SHA256 ‹redacted›",
            Arguments(SampleExchanges.CreateRun("m", 201, "").Request)
        );

    [Fact]
    public void ABodyTooLongForAnArgumentGoesThroughAPipe()
    {
        var body = Encoding.UTF8.GetBytes(new string('a', 200_000));
        Assert.Equal(body, SentBody(body));
    }

    [Property(MaxTest = 20)]
    public void AnyBodyArrivesByteForByte(byte[] body) => Assert.Equal(body, SentBody(body));

    [Property(MaxTest = 40)]
    public void AnyTextArrivesByteForByteAndIsNeverTakenForAFile(string text, bool isLikeAFile)
    {
        var body = Encoding.UTF8.GetBytes(isLikeAFile ? "@" + text : text);
        Assert.Equal(body, SentBody(body));
    }

    [Property]
    public void TheCommandIsPrintableAscii(string text) =>
        Assert.DoesNotContain(
            CurlCommand.For(new("POST", text, [new(text, text)], Encoding.UTF8.GetBytes(text)))!,
            unit => unit is < ' ' or > '~'
        );

    private static byte[] SentBody(byte[] body)
    {
        var output = Bash.Run(Stub + CurlCommand.For(new("POST", "https://target.example/", [], body)) + "\n").AsSpan();
        var piped = "--data-binary\0@-\0stdin\0"u8;
        var literal = "--data-raw\0"u8;
        return output.IndexOf(piped) is >= 0 and var at
            ? output[(at + piped.Length)..].ToArray()
            : output[(output.IndexOf(literal) + literal.Length)..^1].ToArray();
    }

    private static string[] Arguments(SentRequest request) =>
        Encoding.UTF8.GetString(Bash.Run($"{Stub}{CurlCommand.For(request)}\n")).Split('\0')[..^1];
}
