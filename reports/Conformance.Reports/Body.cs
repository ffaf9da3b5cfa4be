using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Conformance.Reports.Formats.Results;

namespace Conformance.Reports;

/// <summary>Bytes of a request or a response, or as many of them as a report keeps.</summary>
/// <param name="Bytes">The bytes that are kept, from the first one on.</param>
[JsonConverter(typeof(BodyConverter))]
public readonly record struct Body(ReadOnlyMemory<byte> Bytes)
{
    private readonly int _left;

    private Body(ReadOnlyMemory<byte> bytes, int left)
        : this(bytes) => _left = left;

    /// <summary>The bytes that are kept.</summary>
    public ReadOnlySpan<byte> Span => Bytes.Span;

    /// <summary>How many bytes it had before it was cut.</summary>
    public int Length => Bytes.Length + _left;

    /// <summary>Whether it was empty.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Whether fewer bytes are kept than it had.</summary>
    public bool IsCut => _left > 0;

    /// <summary>SHA-256, in hex, of the bytes that are kept.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Span));

    /// <summary>The first bytes of a body.</summary>
    /// <param name="bytes">The bytes that are kept.</param>
    /// <param name="length">How many it had.</param>
    /// <exception cref="ArgumentOutOfRangeException">It had fewer.</exception>
    public static Body FirstOf(ReadOnlyMemory<byte> bytes, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, bytes.Length);
        return new Body(bytes, length - bytes.Length);
    }

    /// <summary>The same body with other bytes in the place of those that are kept.</summary>
    public Body With(ReadOnlyMemory<byte> bytes) => new(bytes, _left);

    /// <summary>At most its first <paramref name="most"/> bytes; they are copied, so that the rest can be given up.</summary>
    public Body Cut(int most) => Bytes.Length <= most ? this : new(Span[..most].ToArray(), Length - most);

    /// <summary>A body that is kept whole.</summary>
    public static implicit operator Body(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>A body that is kept whole.</summary>
    public static implicit operator Body(byte[] bytes) => new(bytes);
}
