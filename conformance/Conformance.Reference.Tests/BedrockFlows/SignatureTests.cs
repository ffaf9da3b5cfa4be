using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Conformance.Reference.Http;
using Microsoft.Extensions.Time.Testing;

namespace Conformance.Reference.Tests.BedrockFlows;

/// <summary>Requests signed by the AWS SDK.</summary>
public sealed class SignatureTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Invocations.Body("\"é\""));

    [Theory]
    [InlineData("ECHOFLOW01", "TSTALIASID", "1.1")]
    [InlineData("ECHOFLOW01", "TSTALIASID", "2.0")]
    [InlineData(Invocations.ArnOfEcho, Invocations.ArnOfEcho + "/alias/ALIAS00001", "1.1")]
    [InlineData(Invocations.ArnOfEcho, Invocations.ArnOfEcho + "/alias/ALIAS00001", "2.0")]
    public async Task ASignedRequestIsAccepted(string flow, string alias, string version)
    {
        var reply = await SendAsync("bedrock", Invocations.Path(flow, alias), version);
        Assert.Equal((200, "\"é\""), (reply.Status, reply.Events()[0].Document()));
    }

    [Theory]
    [InlineData("a  b")]
    [InlineData("a\tb")]
    [InlineData(" a \t b ")]
    public async Task BlanksInASignedHeaderAreFolded(string value)
    {
        var reply = await SendAsync("bedrock", Invocations.EchoPath, more: new("X-Amz-Meta-Note", value));
        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("nova-act")]
    [InlineData("bedrock-agent-runtime")]
    public async Task ASignatureForAnotherServiceIsDenied(string service) =>
        AssertDenied(await SendAsync(service, Invocations.EchoPath));

    [Fact]
    public async Task AnUnsignedRequestIsDeniedWhateverElseIsWrongWithIt()
    {
        await using var bedrock = await StartAsync();
        AssertDenied(await bedrock.EchoAsync());
        AssertDenied(await bedrock.PostAsync(Invocations.Path("NOSUCHFLOW")));
        AssertDenied(await bedrock.GetAsync("/flows"));
    }

    private static void AssertDenied(Reply reply)
    {
        Assert.Equal((403, "AccessDeniedException"), (reply.Status, reply.Error));
        Assert.NotNull(reply.Text("message"));
    }

    private static Task<Emulator> StartAsync() =>
        Emulator.StartAsync(
            new() { Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"), Time = new FakeTimeProvider(Now) }
        );

    private static async Task<Reply> SendAsync(
        string service,
        string target,
        string version = "1.1",
        KeyValuePair<string, string>? more = null
    )
    {
        await using var bedrock = await StartAsync();
        var url = bedrock.Request("POST", target).RequestUri!;
        KeyValuePair<string, string>[] own = more is { } header ? [header] : [];
        var signed = Signed(service, url, own);
        return await bedrock.SendAsync(
            "POST",
            target,
            Body,
            prepare: message =>
            {
                message.Speak(version);
                foreach (var (name, value) in signed.Concat(own).DistinctBy(h => h.Key.ToUpperInvariant()))
                    message.Headers.TryAddWithoutValidation(name, value);
            }
        );
    }

    /// <summary>The header lines of the signature, which covers these headers as well.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Signed(
        string service,
        Uri url,
        IEnumerable<KeyValuePair<string, string>> headers
    )
    {
        var request = new AWSSigningRequest
        {
            HttpMethod = HttpMethod.Post,
            RequestUri = url,
            Content = Body,
        };
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        var key = new AWSSigV4Parameters
        {
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
            Region = RegionEndpoint.USEast1,
            Service = service,
            SignedAt = Now.UtcDateTime,
        };
        return AWSSigV4Signer.Sign(request, key).Headers;
    }
}
