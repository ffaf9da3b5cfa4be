using Conformance.Reference.Http;

namespace Conformance.Reference.BedrockFlows;

/// <summary>What InvokeFlow demands of its texts.</summary>
internal static class FlowChecks
{
    /// <summary>D3:29, D3:31.</summary>
    public static readonly Check<string> FlowIdentifier = Checks.Both(
        Checks.Length(0, 2048),
        Checks.Whole(
            FlowPatterns.IsFlowIdentifier,
            "^(arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10})|([0-9a-zA-Z]{10})$"
        )
    );

    /// <summary>D3:19, D3:21.</summary>
    public static readonly Check<string> FlowAliasIdentifier = Checks.Both(
        Checks.Length(0, 2048),
        Checks.Whole(
            FlowPatterns.IsFlowAliasIdentifier,
            "^(arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10}/alias/[0-9a-zA-Z]{10})"
                + @"|(\bTSTALIASID\b|[0-9a-zA-Z]+)$"
        )
    );

    /// <summary>Companion, for the names of nodes and of their outputs.</summary>
    public static readonly Check<string> NodeName = Checks.Whole(
        FlowPatterns.IsNodeName,
        "^[a-zA-Z]([_]?[0-9a-zA-Z]){0,99}$"
    );
}
