using System.Text;
using Conformance.Engine.Exchanges;
using Conformance.Reports;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Seen;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class ExchangeReadingTests
{
    [Theory]
    [InlineData(TransportFailureKind.Timeout, "no complete response in 1.5 s")]
    [InlineData(TransportFailureKind.Disconnected, "a closed connection (its detail)")]
    [InlineData(TransportFailureKind.Malformed, "bytes that are not HTTP (its detail)")]
    [InlineData(TransportFailureKind.Tls, "a failed TLS handshake (its detail)")]
    [InlineData(TransportFailureKind.Unreachable, "no connection (its detail)")]
    public void EachFailureHasWords(TransportFailureKind kind, string words) =>
        Assert.Equal(words, Failure(kind, 1500).InWords());

    [Theory]
    [InlineData(201, """{"status":"ACTIVE"}""", """201 {"status":"ACTIVE"}""")]
    [InlineData(204, "", "204 with an empty body")]
    public void AResponseIsItsStatusAndItsBody(int status, string body, string words) =>
        Assert.Equal(words, Response(status, body).InWords());

    [Fact]
    public void ALongBodyIsAnExcerpt() =>
        Assert.Equal($"500 {new string('é', 160)}…", Response(500, new string('é', 5000)).InWords());

    [Fact]
    public void AnExcerptCutsNoCharacterInHalf()
    {
        var body = "x" + string.Concat(Enumerable.Repeat("😀", 200));
        Assert.Equal($"500 {body[..159]}…", Response(500, body).InWords());
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void OnlySuccessIsAcceptance(int status, bool isAccepted) =>
        Assert.Equal(isAccepted, Response(status).IsAccepted());

    [Theory]
    [InlineData(413, 5_000, 10, true)]
    [InlineData(413, 4_000, 10, false)]
    [InlineData(0, 70_000, 10, true)]
    [InlineData(0, 5_000, 10, false)]
    [InlineData(500, 70_000, 10, false)]
    [InlineData(414, 10, 9_000, true)]
    [InlineData(431, 10, 9_000, true)]
    [InlineData(400, 10, 9_000, true)]
    [InlineData(0, 10, 9_000, true)]
    [InlineData(0, 10, 2_000, false)]
    [InlineData(500, 10, 9_000, false)]
    [InlineData(201, 70_000, 9_000, false)]
    public void OnlyWhatIsLargeMayBeRejectedForItsSize(int status, int bodyBytes, int urlCharacters, bool isTooLarge)
    {
        var exchange = status == 0 ? Failure(TransportFailureKind.Disconnected) : Response(status);
        exchange = exchange with
        {
            Request = exchange.Request with { Url = new string('u', urlCharacters), Body = new byte[bodyBytes] },
        };
        Assert.Equal(isTooLarge, exchange.IsTooLarge());
    }

    [Fact]
    public void NoResponseInTimeIsNoRejectionHoweverLargeTheRequest()
    {
        var exchange = Failure(TransportFailureKind.Timeout);
        Assert.False((exchange with { Request = exchange.Request with { Body = new byte[70_000] } }).IsTooLarge());
    }

    [Fact]
    public void ThrottlingAndNoResponseSayNothingOfTheRequest()
    {
        Assert.True(Response(429).SaysNothing());
        Assert.True(Failure(TransportFailureKind.Disconnected).SaysNothing());
        Assert.False(Response(500).SaysNothing());
        Assert.False(Failure(TransportFailureKind.Disconnected).IsAccepted());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{\"a\":1,}")]
    [InlineData("<html>")]
    public void WhatIsNoJsonTextIsNone(string body) => Assert.Null(Response(200, body).Json());

    [Fact]
    public void ATruncatedBodyIsNoJson() =>
        Assert.Null(Response(new ReceivedResponse(200, [], Encoding.UTF8.GetBytes("{}"), IsTruncated: true)).Json());

    [Theory]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData(""" {"a":"\ud83d\ude00"} """, "😀")]
    [InlineData("""{"a":"\ud800"}""", null)]
    [InlineData("""{"\ud800aaaaaaaa":"y","a":"x"}""", "x")]
    [InlineData("""{"a":1}""", null)]
    [InlineData("""{"a":null}""", null)]
    [InlineData("""{"A":"x"}""", null)]
    [InlineData("""{"b":{"a":"x"}}""", null)]
    [InlineData("""["a"]""", null)]
    public void ATextIsReadFromTheTopOfTheBody(string body, string? text) =>
        Assert.Equal(text, Response(200, body).Text("a"));

    [Fact]
    public void BytesThatAreNoUtf8AreNoText()
    {
        byte[] body = [.. "{\"a\":\""u8, 0xff, .. "\"}"u8];
        Assert.Null(Response(new ReceivedResponse(200, [], body, IsTruncated: false)).Text("a"));
    }

    [Fact]
    public void ANameWithoutUnicodeTextHidesNoOtherMember() =>
        Assert.Equal("x", Response(200, """{"code":"x","co\ud800\ud800\ud800":"y"}""").Text("code"));

    [Theory]
    [InlineData(JsonKind.String, """{"id":"a"}""", "a")]
    [InlineData(JsonKind.String, """{"id":7}""", null)]
    [InlineData(JsonKind.Integer, """{"id":7}""", "7")]
    [InlineData(JsonKind.Integer, """{"id":true}""", null)]
    [InlineData(JsonKind.Integer, "[]", null)]
    public void AnIdentifierIsWhatTheSchemaSaysThatItIs(JsonKind kind, string body, string? identifier) =>
        Assert.Equal(identifier, Response(201, body).Identifier(Member("id", kind)));
}
