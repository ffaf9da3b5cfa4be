using System.Text;
using Conformance.Engine.Http;
using Conformance.Engine.Tests.Http;
using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class SignatureV4VerifierTests
{
    private static readonly WebhookKey Key = new("us-east-1", "lambda", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfi");
    private static readonly DeliveryWay Way = new(new Uri("https://hook.example:8443/base/run7/t0ken"), false, null);

    [Fact]
    public void WhatTheSdkSignsIsProved() => Assert.Equal(SignatureCheck.Good, Look(Signed()));

    [Fact]
    public void ASessionTokenChangesNothing() =>
        Assert.Equal(SignatureCheck.Good, Look(Signed(session: "a-session-token")));

    /// <summary>Signed by npm's <c>@smithy/signature-v4</c>: over HTTP/2 the authority, and tabs folded like spaces.</summary>
    [Theory]
    [InlineData(
        ":authority;content-type",
        "application/json",
        "f3206b9822535f60ab6be976da83d6103442797ebd66e9b4eb410a4fd477e3a4"
    )]
    [InlineData(
        "content-type;host",
        "application/json;\tcharset=utf-8",
        "98a9516ae22fb3e5887e3a25e750253d827e486fd91d8d1be65721a1d5385f32"
    )]
    public void WhatTheJavaScriptSdkSignsIsProved(string signed, string contentType, string signature)
    {
        var delivery = Signed()
            .With("Content-Type", contentType)
            .With(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/lambda/aws4_request, "
                    + $"SignedHeaders={signed};x-amz-content-sha256;x-amz-date, Signature={signature}"
            );
        Assert.Equal(SignatureCheck.Good, Look(delivery));
        IsWrong(delivery.With("X-Amz-Date", "20260102T030406Z"), "expected the signature that the key gives");
    }

    [Fact]
    public void AnotherAuthorityIsNoticed()
    {
        var authorization = Signed()
            .Header("Authorization")!
            .Replace("=host;", "=:authority;", StringComparison.Ordinal);
        // Neither the name nor its place in the order is the one that was signed.
        IsWrong(Signed().With("Authorization", authorization), "expected the signature that the key gives");
    }

    [Fact]
    public void TheHostThatTheTargetCalledCountsBehindATunnel() =>
        Assert.Equal(
            SignatureCheck.Good,
            Look(Signed().With("Host", "127.0.0.1:9999") with { Target = "/run7/t0ken" })
        );

    [Theory]
    [InlineData("x", "expected X-Amz-Content-Sha256")]
    public void AnotherBodyIsNoticed(string body, string says) =>
        IsWrong(Signed() with { Body = Encoding.UTF8.GetBytes(body) }, says);

    [Fact]
    public void AnotherBodyWithItsOwnHashIsNoticed()
    {
        var other = Signed() with { Body = Encoding.UTF8.GetBytes("{}") };
        var hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        IsWrong(other.With("X-Amz-Content-Sha256", hash), "expected the signature that the key gives");
    }

    [Fact]
    public void AnotherMethodIsNoticed() =>
        IsWrong(Signed() with { Method = "PUT" }, "expected the signature that the key gives");

    [Theory]
    [InlineData(
        "us-east-2",
        "lambda",
        "AKIDEXAMPLE",
        "wJalrXUtnFEMI/K7MDENG+bPxRfi",
        "us-east-1/lambda, got us-east-2/lambda"
    )]
    [InlineData("us-east-1", "execute-api", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfi", "got us-east-1/execute-api")]
    [InlineData(
        "us-east-1",
        "lambda",
        "AKIDOTHER",
        "wJalrXUtnFEMI/K7MDENG+bPxRfi",
        "access key AKIDEXAMPLE, got AKIDOTHER"
    )]
    [InlineData("us-east-1", "lambda", "AKIDEXAMPLE", "another-secret", "expected the signature that the key gives")]
    public void AnotherKeyOrScopeIsNoticed(string region, string service, string id, string secret, string says) =>
        IsWrong(Signed(new WebhookKey(region, service, id, secret)), says);

    [Fact]
    public void AHostThatIsNotSignedIsNoticed()
    {
        var authorization = Signed().Header("Authorization")!.Replace("=host;", "=", StringComparison.Ordinal);
        IsWrong(
            Signed().With("Authorization", authorization),
            "expected the header host, or :authority as of HTTP/2, to be signed"
        );
    }

    [Theory]
    [InlineData(null, "got none or another form")]
    [InlineData("yesterday", "got none or another form")]
    [InlineData("20260103T030405Z", "expected a credential of 20260103")]
    public void ADateThatDoesNotFitIsNoticed(string? date, string says) =>
        IsWrong(Signed().With("X-Amz-Date", date), says);

    [Theory]
    [InlineData(14, SignatureState.Good)]
    [InlineData(-14, SignatureState.Good)]
    [InlineData(16, SignatureState.Unclear)]
    [InlineData(-16, SignatureState.Unclear)]
    public void AClockThatNothingTellsOfDecidesNothing(int minutes, SignatureState state) =>
        Assert.Equal(state, Look(Late(minutes)).State);

    [Theory]
    [InlineData(16, 0, SignatureState.Wrong)]
    [InlineData(60, -60, SignatureState.Good)]
    [InlineData(0, 60, SignatureState.Wrong)]
    public void TheTargetsOwnClockDecides(int minutesLate, int minutesAhead, SignatureState state)
    {
        var way = Way with { TargetIsAhead = TimeSpan.FromMinutes(minutesAhead) };
        Assert.Equal(state, SignatureV4Verifier.IsValid(Late(minutesLate), way, Key).State);
    }

    [Fact]
    public void WhatATunnelMayHaveChangedDecidesNothing()
    {
        var authorization = Signed()
            .Header("Authorization")!
            .Replace("=host;", "=accept-encoding;host;", StringComparison.Ordinal);
        var delivery = Signed().With("Authorization", authorization);
        var behind = SignatureV4Verifier.IsValid(delivery, Way with { IsBehindSomething = true }, Key);
        Assert.Equal(SignatureState.Unclear, behind.State);
        IsWrong(delivery, "expected the signature that the key gives");
    }

    [Fact]
    public void ABodyThatDidNotArriveWholeDecidesNothing() =>
        Assert.Equal(SignatureState.Unclear, Look(Signed() with { IsTruncated = true }).State);

    private static Delivery Late(int minutes)
    {
        var signed = Signed();
        return signed with { ArrivedAt = signed.ArrivedAt + TimeSpan.FromMinutes(minutes) };
    }

    /// <summary>A delivery as a target sends it that signs with the SDK.</summary>
    private static Delivery Signed(WebhookKey? key = null, string? session = null)
    {
        const string Body = """{"status":"SUCCEEDED"}""";
        var (region, service, id, secret) = key ?? Key;
        var request = Http.Requests.Put(Way.Url.AbsolutePath, Body) with { Method = "POST" };
        var headers = new SigV4Signer(id, secret, region, service, session).Sign(
            Way.Url,
            request,
            ManualTime.Beginning
        );
        var delivery = Deliveries.Of(Body, ("Host", "hook.example:8443"), ("Content-Type", "application/json"));
        return delivery with { Target = Way.Url.AbsolutePath, Headers = delivery.Headers.AddRange(headers) };
    }

    private static SignatureCheck Look(Delivery delivery) => SignatureV4Verifier.IsValid(delivery, Way, Key);

    private static void IsWrong(Delivery delivery, string says)
    {
        var look = Look(delivery);
        Assert.Equal(SignatureState.Wrong, look.State);
        Assert.Contains(says, look.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(Key.SecretAccessKey, look.Says, StringComparison.Ordinal);
    }
}
