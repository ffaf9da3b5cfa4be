using System.Text;
using Conformance.Contracts.Provider;
using Conformance.Engine.Webhooks;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

public sealed class ForwardingTests
{
    [Theory]
    [InlineData("PUT", "/workflow-definitions/a%2Fb/workflow-runs", "CreateWorkflowRun")]
    [InlineData("PUT", "/workflow-definitions", "CreateWorkflowDefinition")]
    [InlineData("GET", "/workflow-definitions/demo", "GetWorkflowDefinition")]
    [InlineData("GET", "/moon", "GET /moon")]
    public void ARequestIsOneOfTheOperationThatItCalls(string method, string target, string operation)
    {
        var request = Forwarding.Of(Apis.Named("nova-act"), Sent(method, target, ""), hasCredentials: false);
        Assert.Equal(operation, request.Operation.Id);
        Assert.Equal((method, target), (request.ToWire().Method, request.ToWire().Target));
    }

    [Fact]
    public void BodyAndQueryAreHandedOnAsTheyCame()
    {
        const string Body = """{ "name" : "demo", "name": 1.0 } """;
        var request = Forwarding.Of(Apis.Named("nova-act"), Sent("PUT", "/workflow-definitions?a=%41", Body), false);
        var wire = request.ToWire();
        Assert.Equal("/workflow-definitions?a=%41", wire.Target);
        Assert.Equal(Body, Encoding.UTF8.GetString(wire.Body!.Value.Span));
        Assert.Equal("application/json; charset=utf-8", wire.ContentType);
    }

    [Theory]
    [InlineData(true, "Accept")]
    [InlineData(false, "Accept,Authorization")]
    public void TheRunsCredentialsTakeThePlaceOfOthers(bool hasCredentials, string handedOn)
    {
        var request = Forwarding.Of(Apis.Named("nova-act"), Sent("GET", "/moon", ""), hasCredentials);
        Assert.Equal(handedOn, string.Join(",", request.ToWire().Headers.Select(h => h.Name)));
    }

    private static Delivery Sent(string method, string target, string body) =>
        new(
            DateTimeOffset.UnixEpoch,
            method,
            target,
            [
                new Header("Host", "127.0.0.1"),
                new Header("Accept", "*/*"),
                new Header("Authorization", "Bearer theirs"),
                new Header("Content-Type", "application/json; charset=utf-8"),
            ],
            Encoding.UTF8.GetBytes(body)
        );
}
