namespace Conformance.Generators.Dimensions;

/// <summary>How a request's lines and bytes stand on an HTTP/1.1 connection: all mean the same (RFC 9110, RFC 9112).</summary>
public enum Framing
{
    /// <summary>As a client library sends it.</summary>
    Usual,

    /// <summary>A body in chunks, without a length.</summary>
    Chunked,

    /// <summary>A body whose halves come one after the other.</summary>
    TwoSegments,

    /// <summary>A body that comes when the server has asked for it.</summary>
    ExpectContinue,

    /// <summary>Names of header fields in small letters.</summary>
    LowercaseNames,

    /// <summary>Names of header fields in capitals.</summary>
    UppercaseNames,
}

/// <summary>Framings as a dimension.</summary>
public static class Framings
{
    /// <summary>All of them, in the order of <see cref="Framing"/>.</summary>
    public static Dimension All { get; } =
        new(
            "framing",
            [
                new("usual", "the usual framing"),
                new("chunked", "a body in chunks (Transfer-Encoding: chunked)"),
                new("two-segments", "a body whose halves come one after the other"),
                new("expect-continue", "a body that waits for 100 Continue"),
                new("lowercase-names", "names of header fields in lower case"),
                new("uppercase-names", "names of header fields in upper case"),
            ]
        );
}
