namespace Conformance.Schemas.Tests;

/// <summary>The behaviours and interpretations of InvokeFlow, by hand.</summary>
public sealed class BedrockFlowsRegisterTests
{
    private const string Behaviours = """
        stream/content-type Must D3:51,event-stream R33
        stream/documented-events Must D3:51 R33
        stream/outputs Must D3:5,D3:95
        stream/one-completion Must D3:89
        stream/nothing-after-completion Must D3:89,bedrock-model
        stream/failed-flow-ends-once Must D3:5 R21
        stream/not-truncated Must D3:57,event-stream,rfc9110 R33
        stream/frames Must D3:57,event-stream R33
        stream/exception-messages Should event-stream R33
        stream/unknown-events May D3:51 R36
        stream/first-event-time May D3:5 R37
        document/any-json Must D3:5,D3:9,D3:95,bedrock-model R24,R38
        document/unicode Must D3:5,D3:9,D3:95,rfc8259 R24
        document/large Must D3:5,D3:9,D3:95,bedrock-model R24
        document/spellings Should rfc8259,implied:D3:5 R24
        document/empty-content May D3:9 R22
        concurrency/own-responses Should implied:D3:5
        identifiers/by-arn Must D3:21,D3:31 R14
        not-found/unknown-flow Must D3:171,D3:173 R26,R21
        not-found/unknown-alias Must D3:171,D3:173 R26,R21
        nodes/unknown-node Should implied:D3:189 R26,R21
        nodes/unknown-output May D3:9 R21
        failure/accessDeniedException Must D3:143,D3:65 R21
        failure/badGatewayException Must D3:149,D3:72 R21
        failure/conflictException Must D3:155,D3:79 R21
        failure/dependencyFailedException Must D3:161,D3:86 R21
        failure/internalServerException Must D3:167,D3:105 R21
        failure/resourceNotFoundException Must D3:173,D3:112 R21
        failure/serviceQuotaExceededException Must D3:179,D3:119 R21
        failure/throttlingException Must D3:185,D3:126 R21
        failure/validationException Must D3:191,D3:133 R21
        robustness/no-server-error Should implied:D3:191,rfc9110
        robustness/no-stack-trace Should implied:D3:167,cwe-209
        robustness/well-formed-json Should rfc8259,rfc9110
        body/malformed-json Must D3:37,rfc8259 R11
        body/empty Must D3:47 R11
        body/not-an-object Must D3:47 R11
        body/large Should rfc9110
        body/invalid-utf8 Should bedrock-model,rfc8259 R11
        body/legal-forms Must D3:37,rfc8259
        body/framings Should rfc9110,rfc9112
        body/lenient-json May rfc8259 R27
        body/trailing-text May rfc8259 R27
        body/byte-order-mark May rfc8259 R27
        body/repeated-member May rfc8259 R13
        uri/decoded-once Should rfc3986 R14
        uri/illegal-octets Should rfc3986 R14,R15
        robustness/request-id Should restjson1
        authentication/missing-credentials Should sigv4 R10
        body/deep-nesting Should restjson1 R9
        body/content-type Should restjson1 R11
        body/missing-content-type May restjson1 R11
        body/unknown-member May restjson1 R9
        body/misspelt-member May rfc8259 R28
        """;

    private static readonly Api Api = Files.LoadWith(Files.Bedrock, Files.Text(Files.Bedrock));

    [Fact]
    public void EveryBehaviourIsRegisteredWithItsLevelSourcesAndInterpretations()
    {
        Assert.All(Api.Behaviours, b => Assert.Equal("InvokeFlow", b.Operation));
        Assert.Equal(NovaActTests.Lines(Behaviours), Api.Behaviours.Select(Registers.Row));
    }

    [Fact]
    public void TheInterpretationsThatTouchInvokeFlowAreRegistered()
    {
        int[] numbers = [5, 21, 22, 23, 26, 33, 34, 36, 37, 38];
        Assert.Equal(
            numbers.Select(n => $"R{n}"),
            Api.Interpretations.Except(Api.Protocol.Interpretations).Select(r => r.Id)
        );
    }
}
