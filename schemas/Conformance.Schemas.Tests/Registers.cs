namespace Conformance.Schemas.Tests;

/// <summary>Behaviours as one line each, for tables by hand.</summary>
internal static class Registers
{
    /// <summary>id, level, citations and interpretations.</summary>
    public static string Row(Behaviour b) =>
        $"{b.Id} {b.Level} {string.Join(',', b.Sources)} {string.Join(',', b.Interpretations)}".TrimEnd();
}
