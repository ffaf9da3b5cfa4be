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
        new("Streams of events", Streams.Rows),
        new("Throttling", Throttlings.Rows),
        new("Time", Times.Rows),
        new("Connections", Connections.Rows),
        new("TLS", TlsHandshakes.Rows),
        new("HTTP/2", Http2Streams.Rows),
        new("Redirects and interim responses", Redirections.Rows),
        new("Injections", Injections.Rows),
        new("Webhooks", Webhooks.Rows),
        new("Identifiers", Identities.Rows),
    ];

    public static readonly ImmutableArray<HostileTarget> List = [.. Themes.SelectMany(t => t.Rows)];
}
