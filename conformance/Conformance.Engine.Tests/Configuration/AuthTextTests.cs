using Conformance.Engine.Configuration;
using Conformance.Engine.Tests.Scripted;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Configuration;

public sealed class AuthTextTests
{
    private static readonly SecretSource Any = new("ANY", null);
    private static readonly SigV4Configuration SigV4 = new("us-east-1", null, Any, Any, null);
    private static readonly HeaderConfiguration Header = new("Authorization", "Bearer ", Any);
    private static readonly WebhookSignature Webhook = new("us-east-1", "lambda", Any, Any);

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("US-GOV-1")]
    [InlineData("local")]
    [InlineData("a.b-c.1")]
    public void ANameOfARegionIsOne(string region) => Assert.Null(AuthText.Problem(SigV4 with { Region = region }));

    [Theory]
    [InlineData("us-east-1\n", "holds a line end at character 10")]
    [InlineData("us\reast", "holds a line end at character 3")]
    [InlineData("us east", "holds a blank at character 3, which can't stand there")]
    [InlineData("us/east", "holds / at character 3, which can't stand there")]
    [InlineData("üs", "holds a character outside ASCII at character 1")]
    [InlineData("us_east", "is no name of a region")]
    [InlineData("-us", "is no name of a region")]
    [InlineData("us-", "is no name of a region")]
    [InlineData("", "is empty")]
    public void AnythingElseIsNoRegion(string region, string says)
    {
        var (key, problem) = AuthText.Problem(SigV4 with { Region = region })!.Value;
        Assert.Equal("region", key);
        Assert.StartsWith(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRegionThatIsTakenCanBeSignedFor() =>
        Prop.ForAll(
                Arb.From(Gen.Elements("aZ09-._".ToCharArray()).ArrayOf().Select(chars => new string(chars))),
                region =>
                    AuthText.Problem(SigV4 with { Region = region }) is not null
                    || new Engine.Http.SigV4Signer("id", "secret", region, "service") is not null
            )
            .Holds(500);

    [Theory]
    [InlineData("lambda/x", "service", "holds / at character 7")]
    [InlineData("lambda\0", "service", "holds a control character (U+0000) at character 7")]
    public void AServiceIsAToken(string service, string key, string says)
    {
        foreach (
            var problem in new[]
            {
                AuthText.Problem(SigV4 with { Service = service }),
                AuthText.Problem(Webhook with { Service = service }),
            }
        )
        {
            Assert.Equal(key, problem?.Key);
            Assert.StartsWith(says, problem?.Says, StringComparison.Ordinal);
        }
        Assert.Equal("region", AuthText.Problem(Webhook with { Region = "a\nb" })?.Key);
        Assert.Null(AuthText.Problem(Webhook with { Region = "any_token" }));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    [InlineData("X-Api-Key")]
    [InlineData("Cookie")]
    [InlineData("x_key!")]
    public void ATokenNamesAHeader(string name) => Assert.Null(AuthText.Problem(Header with { Name = name }));

    [Theory]
    [InlineData("X Key", "holds a blank at character 2, which can't stand there")]
    [InlineData("X-Key\r\nHost", "holds a line end at character 6")]
    [InlineData("X-Key:", "holds : at character 6, which can't stand there")]
    [InlineData(":authority", "holds : at character 1, which can't stand there")]
    [InlineData("X-Kéy", "holds a character outside ASCII at character 4")]
    [InlineData("host", "is host, which the kit writes itself")]
    [InlineData("Content-Length", "is Content-Length, which the kit writes itself")]
    [InlineData("TRANSFER-ENCODING", "is TRANSFER-ENCODING, which the kit writes itself")]
    [InlineData("te", "is te, which the kit writes itself")]
    public void AnythingElseNamesNone(string name, string says)
    {
        var (key, problem) = AuthText.Problem(Header with { Name = name })!.Value;
        Assert.Equal("name", key);
        Assert.StartsWith(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheKitActsOnOrWritesIsReserved() =>
        Assert.Superset(
            new HashSet<string>([
                "Host",
                "Content-Length",
                "Transfer-Encoding",
                "Connection",
                "Content-Type",
                "Expect",
                "TE",
                "Upgrade",
            ]),
            new HashSet<string>([.. CredentialHeader.Reserved])
        );

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("")]
    [InlineData("token=")]
    public void APrefixIsPrintable(string prefix) => Assert.Null(AuthText.Problem(Header with { Prefix = prefix }));

    [Theory]
    [InlineData("Bearer \n", "holds a line end at character 8")]
    [InlineData("Bearer\t", "holds a control character (U+0009) at character 7")]
    [InlineData(" Bearer ", "begins with a blank")]
    [InlineData("Bärer ", "holds a character outside ASCII at character 2")]
    public void AnythingElseIsNoPrefix(string prefix, string says)
    {
        var (key, problem) = AuthText.Problem(Header with { Prefix = prefix })!.Value;
        Assert.Equal("prefix", key);
        Assert.StartsWith(says, problem, StringComparison.Ordinal);
    }
}
