namespace Conformance.HostileTargets.Tests;

/// <summary>Hostile targets of one kind.</summary>
/// <param name="Name">What they are hostile with.</param>
/// <param name="Rows">The targets.</param>
internal sealed record Theme(string Name, ImmutableArray<HostileTarget> Rows);
