using System.Globalization;
using System.Text;
using Conformance.Reference.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Reference.Tests.NovaAct;

public sealed class SignatureDemandTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly AwsCredentials Known = new("AKIDEXAMPLE", "secret");
    private static readonly byte[] Body = """{"name":"demo"}"""u8.ToArray();
    private static readonly string[] WithAuthority = [":authority", "x-amz-content-sha256", "x-amz-date"];

    /// <summary>How a client signs; every default is right.</summary>
    private sealed record Signer
    {
        public AwsCredentials Credentials { get; init; } = Known;
        public string Region { get; init; } = "us-east-1";
        public string Service { get; init; } = "nova-act";
        public DateTimeOffset Time { get; init; } = Now;
        public string[] SignedHeaders { get; init; } = ["host", "x-amz-content-sha256", "x-amz-date"];
        public string Target { get; init; } = Valid.Definitions;
        public byte[] Body { get; init; } = SignatureDemandTests.Body;

        /// <summary>What stands in X-Amz-Content-Sha256; null for no such header.</summary>
        public Func<byte[], string?> Claim { get; init; } = body => SignatureV4.Hash(body);

        /// <summary>The authority that is signed; null for the one that is called.</summary>
        public string? Authority { get; init; }
    }

    [Fact]
    public async Task ASignedRequestIsAccepted() => Assert.Equal(201, (await SendAsync(new Signer(), "PUT")).Status);

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task TheAuthorityMayBeSignedInPlaceOfTheHost(string version) =>
        Assert.Equal(201, (await SendAsync(new Signer { SignedHeaders = WithAuthority }, version: version)).Status);

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task AnotherAuthorityThanTheSignedOneIsDenied(string version)
    {
        var signer = new Signer { SignedHeaders = WithAuthority, Authority = "nova-act.example" };
        AssertDenied(await SendAsync(signer, version: version));
        AssertDenied(await SendAsync(signer with { SignedHeaders = new Signer().SignedHeaders }, version: version));
    }

    [Fact]
    public async Task TheHashOfTheBodyNeedNotBeSent()
    {
        var signer = new Signer { Claim = _ => null, SignedHeaders = ["host", "x-amz-date"] };
        Assert.Equal(201, (await SendAsync(signer)).Status);
        AssertDenied(await SendAsync(signer with { Body = "{}"u8.ToArray() }));
    }

    /// <summary>No operation here has a body of which a client would not know the hash.</summary>
    [Theory]
    [InlineData("UNSIGNED-PAYLOAD")]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")]
    [InlineData("")]
    public async Task ABodyThatIsNotSignedIsDenied(string claim) =>
        AssertDenied(await SendAsync(new Signer { Claim = _ => claim }));

    [Fact]
    public async Task AnEscapedPathAndAQueryAreSignedAsTheyWereSent()
    {
        var target = "/workflow-definitions/a%20b/workflow-runs?maxResults=5&b=%2F&a=";
        var reply = await SendAsync(new Signer { Target = target }, "POST", target);
        Assert.Equal((400, "workflowDefinitionName"), (reply.Status, reply.Fields));
    }

    [Fact]
    public async Task AnUnsignedRequestIsDenied()
    {
        await using var nova = await StartAsync();
        AssertDenied(await nova.SendAsync("PUT", Valid.Definitions, Body));
    }

    [Fact]
    public async Task AnotherSecretIsDenied() =>
        AssertDenied(await SendAsync(new Signer { Credentials = Known with { SecretAccessKey = "other" } }));

    [Fact]
    public async Task AnotherKeyIsDenied() =>
        AssertDenied(await SendAsync(new Signer { Credentials = Known with { AccessKeyId = "OTHER" } }));

    [Fact]
    public async Task AnotherRegionIsDenied() => AssertDenied(await SendAsync(new Signer { Region = "eu-west-1" }));

    [Fact]
    public async Task AnotherServiceIsDenied() => AssertDenied(await SendAsync(new Signer { Service = "bedrock" }));

    [Theory]
    [InlineData(-16)]
    [InlineData(16)]
    public async Task AnOldOrEarlySignatureIsDenied(int minutes) =>
        AssertDenied(await SendAsync(new Signer { Time = Now.AddMinutes(minutes) }));

    [Fact]
    public async Task AnotherBodyThanTheSignedOneIsDenied() =>
        AssertDenied(await SendAsync(new Signer { Body = "{}"u8.ToArray() }));

    [Fact]
    public async Task AnotherPathThanTheSignedOneIsDenied() =>
        AssertDenied(await SendAsync(new Signer { Target = "/" }));

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task NeitherHostNorAuthoritySignedIsDenied(string version)
    {
        var signer = new Signer { SignedHeaders = ["x-amz-content-sha256", "x-amz-date"] };
        AssertDenied(await SendAsync(signer, version: version));
    }

    [Fact]
    public async Task AnUnsignedHeaderOfTheProtocolIsDenied() =>
        AssertDenied(await SendAsync(new Signer { SignedHeaders = ["host", "x-amz-date"] }));

    private static void AssertDenied(Reply reply)
    {
        Assert.Equal((403, "AccessDeniedException"), (reply.Status, reply.Error));
        Assert.NotNull(reply.Text("message"));
    }

    private static Task<Emulator> StartAsync() =>
        Emulator.StartAsync(new() { Credentials = Known, Time = new FakeTimeProvider(Now) });

    private static async Task<Reply> SendAsync(
        Signer signer,
        string method = "PUT",
        string target = Valid.Definitions,
        string version = "1.1"
    )
    {
        await using var nova = await StartAsync();
        var time = signer.Time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        IHeaderDictionary headers = new HeaderDictionary
        {
            ["X-Amz-Date"] = time,
            ["X-Amz-Content-Sha256"] = signer.Claim(signer.Body),
        };
        headers.Host = signer.Authority ?? nova.Server.BaseAddress.Authority;
        var scope = new SignatureScope(time, signer.Region, signer.Service);
        var signed = new Incoming(method, signer.Target, headers, signer.Body);
        var signature = SignatureV4.Sign(signed, signer.SignedHeaders, scope, signer.Credentials.SecretAccessKey);
        var authorization = new StringBuilder("AWS4-HMAC-SHA256 ")
            .Append(CultureInfo.InvariantCulture, $"Credential={signer.Credentials.AccessKeyId}/{scope}, ")
            .Append(CultureInfo.InvariantCulture, $"SignedHeaders={string.Join(';', signer.SignedHeaders)}, ")
            .Append(CultureInfo.InvariantCulture, $"Signature={signature}");
        headers.Authorization = authorization.ToString();
        headers.Remove("Host");
        return await nova.SendAsync(
            method,
            target,
            Body,
            prepare: request =>
            {
                request.Speak(version);
                foreach (var (name, values) in headers)
                    request.Headers.TryAddWithoutValidation(name, values.ToString());
            }
        );
    }
}
