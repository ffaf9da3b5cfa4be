using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference;

/// <summary>How a <see cref="ReferenceServer"/> is to be. All have a default that works.</summary>
public sealed record ReferenceOptions
{
    /// <summary>IP address to listen on.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Region that stands in ARNs and in the scope of signatures.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Twelve digits that stand in ARNs.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>Clock of timestamps and of the validity of signatures.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Source of identifiers of runs and of workflow instances. Must never give the same one twice.</summary>
    public Func<Guid> NewRunId { get; init; } = Guid.NewGuid;

    /// <summary>Source of request identifiers.</summary>
    public Func<Guid> NewRequestId { get; init; } = Guid.NewGuid;

    /// <summary>
    /// When given, every request must carry a valid Signature Version 4 made with this key pair, else it is rejected
    /// with 403; when null (the default), signatures are neither asked for nor looked at.
    /// </summary>
    public AwsCredentials? Credentials { get; init; }

    /// <summary>Largest body of a request, in bytes; a larger one is rejected with 413. 8 MiB by default.</summary>
    public int LargestBodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How Nova Act responds; the correct way by default.</summary>
    public NovaActBehaviour NovaAct { get; init; } = NovaActBehaviour.Correct;

    /// <summary>How InvokeFlow of Amazon Bedrock responds; the correct way by default.</summary>
    public BedrockFlowsBehaviour BedrockFlows { get; init; } = BedrockFlowsBehaviour.Correct;

    /// <summary>How Pennsieve responds; the correct way by default.</summary>
    public PennsieveBehaviour Pennsieve { get; init; } = PennsieveBehaviour.Correct;

    /// <summary>What no document gives about Pennsieve: paths, the token, delays, the key of webhooks.</summary>
    public PennsieveOptions PennsieveOptions { get; init; } = new();
}
