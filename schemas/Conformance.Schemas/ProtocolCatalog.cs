using Conformance.Schemas.Loading;

namespace Conformance.Schemas;

/// <summary>The protocols that an API's document can name.</summary>
public static class ProtocolCatalog
{
    /// <summary>Names of the protocols, in order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. EmbeddedFiles.ProtocolNames()];

    /// <summary>The protocol of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such protocol.</exception>
    /// <exception cref="SchemaException">Its file is broken.</exception>
    public static Protocol Of(string name) =>
        Names.Contains(name)
            ? ProtocolReader.Read(EmbeddedFiles.Protocol(name), Named)
            : throw new KeyNotFoundException($"expected a protocol among {string.Join(", ", Names)}; got {name}");

    internal static Protocol Named(JsonLocation at) =>
        Names.Contains(at.Text())
            ? Of(at.Text())
            : throw at.Refuse(
                $"a protocol among {string.Join(", ", Names)}",
                $"\"{at.Text()}\"",
                "name the one that the API's documents describe"
            );
}
