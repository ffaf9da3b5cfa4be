namespace Conformance.Schemas;

/// <summary>What only the target's configuration can tell and no member's value is.</summary>
/// <param name="Name">Its name in the configuration: <c>flowArn</c>.</param>
/// <param name="Says">What to put there, in one plain sentence.</param>
/// <param name="Example">A value as the configuration file would have it.</param>
public sealed record FixtureNeed(string Name, string Says, string Example);
