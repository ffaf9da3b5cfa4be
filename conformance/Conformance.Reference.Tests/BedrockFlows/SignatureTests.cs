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
    [InlineData("ECHOFLOW01", "TSTALIASID")]
    [InlineData(Invocations.ArnOfEcho, Invocations.ArnOfEcho + "/alias/ALIAS00001")]
    public async Task ASignedRequestIsAccepted(string flow, string alias)
    {
        var reply = await SendAsync("bedrock", Invocations.Path(flow, alias));
        Assert.Equal((200, "\"é\""), (reply.Status, reply.Events()[0].Document()));
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

    private static async Task<Reply> SendAsync(string service, string target)
    {
        await using var bedrock = await StartAsync();
        var request = bedrock.Request("POST", target);
        var signed = AWSSigV4Signer.Sign(
            new AWSSigningRequest
            {
                HttpMethod = HttpMethod.Post,
                RequestUri = request.RequestUri,
                Content = Body,
            },
            new AWSSigV4Parameters
            {
                Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
                Region = RegionEndpoint.USEast1,
                Service = service,
                SignedAt = Now.UtcDateTime,
            }
        );
        return await bedrock.SendAsync(
            "POST",
            target,
            Body,
            prepare: message =>
            {
                foreach (var (name, value) in signed.Headers)
                    message.Headers.TryAddWithoutValidation(name, value);
            }
        );
    }
}
