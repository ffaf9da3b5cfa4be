using Conformance.Engine.Webhooks;

namespace Conformance.Engine.Tests.Webhooks;

public sealed class SignatureHeaderTests
{
    private const string Credential = "Credential=AKID/20260102/us-east-1/lambda/aws4_request";
    private static readonly string Signature = $"Signature={new string('a', 64)}";

    [Theory]
    [InlineData(", ")]
    [InlineData(",")]
    [InlineData(" , ")]
    public void AWellFormedHeaderIsRead(string separator)
    {
        var text = $"AWS4-HMAC-SHA256 {string.Join(separator, Credential, "SignedHeaders=host;x-amz-date", Signature)}";
        var delivery = Deliveries.Of("{}", ("Authorization", text));
        Assert.True(SignatureHeader.TryRead(delivery, out var header, out _));
        Assert.Equal("20260102/us-east-1/lambda/aws4_request", header.Scope);
        Assert.Equal("AKID", header.AccessKeyId);
        Assert.Equal(["host", "x-amz-date"], header.SignedHeaders);
        Assert.Equal(SignatureCheck.Good, SignatureV4Verifier.IsThere(delivery));
    }

    public static TheoryData<string, string> Malformed =>
        new()
        {
            { "Bearer abc", "got another one: 'Bearer…'" },
            { "AWS4-HMAC-SHA256", "got another one" },
            { "AWS4-HMAC-SHA256 ", "expected Credential=" },
            { $"AWS4-HMAC-SHA256 {Credential}, {Signature}", "expected Credential=" },
            { $"AWS4-HMAC-SHA256 {Credential}, SignedHeaders=, {Signature}", "expected Credential=" },
            { $"AWS4-HMAC-SHA256 {Credential}, SignedHeaders=host, Signature=abc", "expected Credential=" },
            { $"AWS4-HMAC-SHA256 Credential=AKID, SignedHeaders=host, {Signature}", "expected Credential=" },
            { $"AWS4-HMAC-SHA256 {Credential}, {Credential}, SignedHeaders=host, {Signature}", "expected Credential=" },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void OthersAreRefusedInWords(string text, string says)
    {
        var look = SignatureV4Verifier.IsThere(Deliveries.Of("{}", ("Authorization", text)));
        Assert.Equal(SignatureState.Wrong, look.State);
        Assert.Contains(says, look.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void NoneAndTwoAreRefused()
    {
        Assert.Contains("got none", SignatureV4Verifier.IsThere(Deliveries.Of("{}")).Says, StringComparison.Ordinal);
        var two = Deliveries.Of("{}", ("Authorization", "a"), ("authorization", "b"));
        Assert.Contains("got 2", SignatureV4Verifier.IsThere(two).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void ASignatureInTheQueryIsInconclusive() =>
        Assert.Equal(
            SignatureState.Unclear,
            SignatureV4Verifier.IsThere(Deliveries.Of("{}") with { Target = "/?X-Amz-Signature=a" }).State
        );
}
