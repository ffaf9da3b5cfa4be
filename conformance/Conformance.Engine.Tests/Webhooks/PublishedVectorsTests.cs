using System.Text;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Webhooks;

/// <summary>The verifier against the published test suite of Signature Version 4.</summary>
public sealed class PublishedVectorsTests
{
    private const string Url = "http://example.amazonaws.com";
    private static readonly WebhookKey Key = new(
        "us-east-1",
        "service",
        "AKIDEXAMPLE",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    );

    [Theory]
    [InlineData("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData(
        "GET",
        "/?Param2=value2&Param1=value1",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    )]
    [InlineData("GET", "/ሴ", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("GET", "/?ሴ=bar", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    public void RequestsAreTested(string method, string target, string signature) =>
        Assert.Equal(SignatureCheck.Good, Look(method, target, [], "", signature));

    [Fact]
    public void SpacesInValuesAreCollapsed() =>
        Assert.Equal(
            SignatureCheck.Good,
            Look(
                "GET",
                "/",
                [new("My-Header1", " value1"), new("My-Header2", " \"a   b   c\"")],
                "",
                "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
            )
        );

    [Fact]
    public void HeadersOfOneNameAreJoined() =>
        Assert.Equal(
            SignatureCheck.Good,
            Look(
                "GET",
                "/",
                [new("My-Header1", "value2"), new("My-Header1", "value2"), new("My-Header1", "value1")],
                "",
                "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"
            )
        );

    [Fact]
    public void ABodyIsTested() =>
        Assert.Equal(
            SignatureCheck.Good,
            Look(
                "POST",
                "/",
                [new("Content-Type", "application/x-www-form-urlencoded")],
                "Param1=value1",
                "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
            )
        );

    private static SignatureCheck Look(
        string method,
        string target,
        ImmutableArray<Header> more,
        string body,
        string signature
    )
    {
        var headers = more.Add(new("Host", "example.amazonaws.com")).Add(new("X-Amz-Date", "20150830T123600Z"));
        var names = string.Join(';', headers.Select(h => h.Name.ToLowerInvariant()).Distinct().Order());
        var authorization =
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={names}, Signature={signature}";
        var delivery = new Delivery(
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero),
            method,
            target,
            headers.Add(new("Authorization", authorization)),
            Encoding.UTF8.GetBytes(body)
        );
        return SignatureV4Verifier.IsValid(delivery, new DeliveryWay(new Uri(Url), false, null), Key);
    }
}
