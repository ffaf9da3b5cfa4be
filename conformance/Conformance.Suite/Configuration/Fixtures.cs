using System.Collections.Immutable;

namespace Conformance.Suite.Configuration;

/// <summary>What the configuration says exists on the target.</summary>
/// <param name="Values">Values that work, by the path of the member that takes them.</param>
public sealed record Fixtures(ImmutableDictionary<string, string> Values)
{
    public static readonly Fixtures None = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>The configured value for this member, or null.</summary>
    public string? For(string memberPath) => Values.GetValueOrDefault(memberPath);
}
