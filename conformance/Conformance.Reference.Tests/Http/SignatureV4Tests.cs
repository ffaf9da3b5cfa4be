using Conformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace Conformance.Reference.Tests.Http;

/// <summary>Against the published vectors of Signature Version 4.</summary>
public sealed class SignatureV4Tests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static readonly SignatureScope Scope = new("20150830T123600Z", "us-east-1", "service");

    [Theory]
    [InlineData("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData(
        "GET",
        "/?Param2=value2&Param1=value1",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    )]
    public void ThePublishedVectorsAreMet(string method, string target, string expected)
    {
        var headers = new HeaderDictionary { ["Host"] = "example.amazonaws.com", ["X-Amz-Date"] = Scope.Time };
        var request = new Incoming(method, target, headers, default);
        Assert.Equal(expected, SignatureV4.Sign(request, ["host", "x-amz-date"], Scope, Secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer abc")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256")]
    public void OtherAuthorizationsAreNotRead(string header) => Assert.Null(SignedRequest.Parse(header));
}
