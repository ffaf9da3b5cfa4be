namespace Conformance.Reference.BedrockFlows;

/// <summary>The flows of one account in one region.</summary>
/// <param name="Region">Region that stands in their ARNs.</param>
/// <param name="AccountId">Twelve digits that stand in their ARNs.</param>
/// <param name="Flows">The flows.</param>
public sealed record FlowDirectory(string Region, string AccountId, ImmutableArray<Flow> Flows)
{
    /// <summary>The flow's ARN.</summary>
    public string ArnOf(Flow flow) => $"arn:aws:bedrock:{Region}:{AccountId}:flow/{flow.Identifier}";

    /// <summary>The ARN of one of the flow's aliases.</summary>
    public string ArnOf(Flow flow, string alias) => $"{ArnOf(flow)}/alias/{alias}";

    /// <summary>
    /// The flow behind these two, each of which is an identifier or an ARN; null when there is no such flow or when it
    /// has no such alias.
    /// </summary>
    public Flow? Find(string flowIdentifier, string flowAliasIdentifier) =>
        Flows.FirstOrDefault(flow =>
            (flowIdentifier == flow.Identifier || flowIdentifier == ArnOf(flow))
            && flow.Aliases.Any(alias => flowAliasIdentifier == alias || flowAliasIdentifier == ArnOf(flow, alias))
        );
}
