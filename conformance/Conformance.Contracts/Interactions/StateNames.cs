namespace Conformance.Contracts.Interactions;

/// <summary>
/// The states that contracts ask for. What each gives is what the request takes from it
/// (<see cref="Interaction.Injects"/>); names and tokens are fresh each time.
/// </summary>
public static class StateNames
{
    /// <summary>Gives <c>workflowDefinitionName</c>, of a definition that exists.</summary>
    public const string DefinitionExists = "a workflow definition exists";

    /// <summary>Gives <c>workflowDefinitionName</c>, a name that no definition has.</summary>
    public const string NoDefinitionHasTheName = "no workflow definition has the name";

    /// <summary>Gives <c>workflowDefinitionName</c>, the name of a definition.</summary>
    public const string NameIsTaken = "the workflow definition's name is taken";

    /// <summary>
    /// Gives <c>workflowDefinitionName</c> and <c>clientToken</c> of a definition that was created with just these and the
    /// members in the parameters.
    /// </summary>
    public const string DefinitionWasCreatedWithToken = "a workflow definition was created with a client token";

    /// <summary>
    /// Gives <c>workflowDefinitionName</c>, <c>modelId</c> and <c>clientToken</c> of a run that was started with just these
    /// and the members of <c>clientInfo</c> in the parameters.
    /// </summary>
    public const string RunWasStartedWithToken = "a workflow run was started with a client token";

    /// <summary>Gives <c>workflowDefinitionName</c> and <c>workflowRunId</c>.</summary>
    public const string RunExists = "a workflow run exists";

    /// <summary>Gives <c>flowIdentifier</c>, <c>flowAliasIdentifier</c>, <c>nodeName</c>, <c>nodeOutputName</c>, <c>document</c>.</summary>
    public const string FlowExists = "a flow exists";

    /// <summary>Gives the same; no flow has the <c>flowIdentifier</c>.</summary>
    public const string NoSuchFlow = "no such flow exists";

    /// <summary>Gives the same for a flow that fails; the parameter <c>exception</c> names how, as events are named.</summary>
    public const string FlowFails = "a flow that fails exists";

    /// <summary>Gives <c>workflowInstanceId</c>, and what the configuration names for runs of it.</summary>
    public const string InstanceExists = "a workflow instance exists";

    /// <summary>Gives <c>workflowInstanceConfiguration</c>.</summary>
    public const string InstanceCanBeMade = "a workflow instance can be made of a configuration";

    /// <summary>Gives <c>workflowInstanceId</c>, which no instance has.</summary>
    public const string NoSuchInstance = "no such workflow instance exists";

    /// <summary>Gives <c>workflowInstanceId</c>, and <c>dataSources</c> with an entry for a node that its definition doesn't have.</summary>
    public const string NoSuchDataSource = "the workflow definition has no such data-source node";

    /// <summary>Gives <c>workflowInstanceId</c>, and <c>layers</c> with one that doesn't exist.</summary>
    public const string NoSuchLayer = "no such layer exists";

    /// <summary>Gives <c>workflowInstanceId</c>, and <c>layers</c> with one that exists and isn't READY.</summary>
    public const string LayerIsNotReady = "a layer is not READY";
}
