namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>What whoever judges has to be told of the flows that there are.</summary>
internal static class Offered
{
    /// <summary>The fixtures, in the format of the configuration file.</summary>
    public const string Configuration = """
        apis:
          bedrock-flows:
            fixtures:
              flowIdentifier: ECHOFLOW01
              flowAliasIdentifier: TSTALIASID
              inputs[].nodeName: FlowInputNode
              inputs[].nodeOutputName: document
              inputs[].content.document: "a document that the flow accepts"
              flowArn: arn:aws:bedrock:us-east-1:000000000000:flow/ECHOFLOW01
              flowAliasArn: arn:aws:bedrock:us-east-1:000000000000:flow/ECHOFLOW01/alias/ALIAS00001
              echo: {}
              failures:
                accessDeniedException: { flowIdentifier: FAILACCESS }
                badGatewayException: { flowIdentifier: MIDSBADGAT }
                conflictException: { flowIdentifier: FAILCONFLI }
                dependencyFailedException: { flowIdentifier: MIDSDEPEND }
                internalServerException: { flowIdentifier: FAILINTERN }
                resourceNotFoundException: { flowIdentifier: MIDSNOTFND }
                serviceQuotaExceededException: { flowIdentifier: FAILQUOTAS }
                throttlingException: { flowIdentifier: MIDSTHROTT }
                validationException: { flowIdentifier: FAILVALIDA }
        """;
}
