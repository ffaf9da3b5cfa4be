using System.Text;
using System.Text.RegularExpressions;
using Conformance.Engine.Http;

namespace Conformance.Engine.Tests.Http;

public sealed partial class SigV4SignerTests
{
    private const string KeyId = "AKIDEXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Scope = "20150830/us-east-1/service/aws4_request";
    private static readonly DateTimeOffset Then = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    [Fact]
    public void OurOwnRulesGiveThePublishedSignatureOfGetVanilla() =>
        Assert.Equal(
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            SigV4.Signature(
                Secret,
                Scope,
                "GET",
                "/",
                [("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")],
                []
            )
        );

    [Fact]
    public void GetVanillaWithItsDigestSignedHasThePublishedSignature()
    {
        var signer = new SigV4Signer(KeyId, Secret, "us-east-1", "service");
        var headers = signer.Sign(new Uri("http://example.amazonaws.com/"), Requests.Get, Then);
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential={KeyId}/{Scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, "
                + "Signature=726c5c4879a6b4ccbbd3b24edbd6b8826d34f87450fbbf4e85546fc7ba9c1642",
            headers.Line("Authorization")
        );
    }

    [Theory]
    [InlineData("GET", "/", "", null)]
    [InlineData("PUT", "/workflow-definitions/a/workflow-runs", "{\"modelId\":\"m\"}", null)]
    [InlineData("PUT", "/a%2Fb/%zz//c/../d", "{}", null)]
    [InlineData("POST", "/a?maxResults=5&b=1", "{}", "session")]
    public async Task WhatArrivesBearsTheSignatureThatFollowsFromTheRules(
        string method,
        string path,
        string body,
        string? session
    )
    {
        await using var target = Loopback.Listening();
        var signer = new SigV4Signer(KeyId, Secret, "us-east-1", "service", session);
        using var client = Requests.TargetClient(target.Url, signer: signer);
        var request = Requests.Put(path, body) with { Method = method };
        await client.Send(request, TestContext.Current.CancellationToken);

        var lines = Assert
            .Single(target.Requests)
            .Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .Where(line => line.Length == 2);
        var sent = lines.ToDictionary(line => line[0].ToLowerInvariant(), line => line[1]);
        var parts = Authorization().Match(sent["authorization"]).Groups;
        var signed = parts["names"].Value.Split(';').Select(name => (name, sent[name])).ToArray();
        Assert.Equal(
            session is not null,
            parts["names"].Value.Contains("x-amz-security-token", StringComparison.Ordinal)
        );
        Assert.Equal(
            SigV4.Signature(Secret, parts["scope"].Value, method, path, signed, Encoding.UTF8.GetBytes(body)),
            parts["signature"].Value
        );
    }

    [Fact]
    public async Task TheSignatureAndTheSessionAreNotRecorded()
    {
        await using var target = Loopback.Listening();
        using var client = Requests.TargetClient(
            target.Url,
            signer: new SigV4Signer(KeyId, Secret, "us-east-1", "service", "session")
        );
        var exchange = await client.Send(Requests.Get, TestContext.Current.CancellationToken);
        Assert.Equal("‹redacted›", exchange.Request.Headers.Line("Authorization"));
        Assert.Equal("‹redacted›", exchange.Request.Headers.Line("X-Amz-Security-Token"));
        Assert.NotNull(exchange.Request.Headers.Line("X-Amz-Date"));
    }

    [GeneratedRegex("Credential=[^/]+/(?<scope>[^,]+), SignedHeaders=(?<names>[^,]+), Signature=(?<signature>.+)")]
    private static partial Regex Authorization();
}
