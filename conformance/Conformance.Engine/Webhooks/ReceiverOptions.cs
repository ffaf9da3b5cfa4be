using System.Net;

namespace Conformance.Engine.Webhooks;

/// <summary>Where webhooks are received, and how much is kept of what arrives.</summary>
public sealed record ReceiverOptions
{
    /// <summary>First part of every callback's path, so that deliveries for another run are told apart.</summary>
    public required string RunId { get; init; }

    /// <summary>Address that is listened on; port 0 takes any free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Base URL under which the target reaches the receiver, such as a tunnel's; null for the address that is listened on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Bytes kept of a body.</summary>
    public int LargestBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes taken of the body of a request that belongs to no callback.</summary>
    public int LargestStrayBytes { get; init; } = 64 * 1024;

    /// <summary>Connections at a time.</summary>
    public int MostConnections { get; init; } = 2048;

    /// <summary>Deliveries kept of one callback, and of those that belong to none; more are only counted.</summary>
    public int MostDeliveries { get; init; } = 64;

    /// <summary>Bytes of bodies kept of one callback; later deliveries are only counted.</summary>
    public int MostBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How long a connection may last without a request to an open callback.</summary>
    public TimeSpan TimeForHead { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the body of a delivery may take.</summary>
    public TimeSpan TimeForBody { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Clock of connections: senders live in real time, whatever clock the deadlines have.</summary>
    public TimeProvider ConnectionTime { get; init; } = TimeProvider.System;
}
