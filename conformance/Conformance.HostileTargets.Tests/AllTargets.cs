using Conformance.HostileTargets.Tests.Targets;

namespace Conformance.HostileTargets.Tests;

/// <summary>Every hostile target, in the order of the table.</summary>
internal static class AllTargets
{
    public static readonly ImmutableArray<Theme> Themes =
    [
        new("Right targets", RightOnes.Rows),
        new("Status lines", StatusLines.Rows),
        new("Headers", HeaderLines.Rows),
        new("Lengths and chunks", Framings.Rows),
        new("Bodies", Bodies.Rows),
        new("JSON", JsonTexts.Rows),
        new("Frames of streams", Frames.Rows),
        new("Lengths and ends of streams", StreamLengths.Rows),
        new("Events of streams", FlowEvents.Rows),
        new("Throttling", Throttlings.Rows),
        new("Time", Delays.Rows),
        new("Failures", Failures.Rows),
        new("Connections", Connections.Rows),
        new("TLS", TlsHandshakes.Rows),
        new("HTTP/2", Http2Streams.Rows),
        new("Redirects and interim responses", Redirections.Rows),
        new("Injections", Injections.Rows),
        new("Webhooks", Deliveries.Rows),
        new("Strangers at the receiver of webhooks", Strangers.Rows),
        new("Identifiers", Identities.Rows),
    ];

    public static readonly ImmutableArray<HostileTarget> List = [.. Themes.SelectMany(t => t.Rows)];
}
