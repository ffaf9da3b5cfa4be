namespace Conformance.Generators;

/// <summary>A request body with its text broken, or with a form that few clients send.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="ContentType">The header's value; null for no header.</param>
/// <param name="Class">Stable label: <c>truncated</c>.</param>
/// <param name="Says">For people: <c>cut off in the middle</c>.</param>
/// <param name="Kind">What is wrong with it, and so what may be asked of a target.</param>
/// <param name="NeedsRawSocket">Whether HTTP clients refuse to send it.</param>
public sealed record BrokenBody(
    byte[] Bytes,
    string? ContentType,
    string Class,
    string Says,
    BodyViolation Kind,
    bool NeedsRawSocket
)
{
    /// <summary>For <see cref="BodyViolation.UnknownMember"/>, <see cref="BodyViolation.RepeatedMember"/> and <see cref="BodyViolation.MisspeltMember"/>: the member's path, else null.</summary>
    public string? Path { get; init; }
}

/// <summary>What is wrong with a body. Only some kinds are wrong by every interpretation.</summary>
public enum BodyViolation
{
    /// <summary>No reader can take it for JSON: rejected.</summary>
    NotJson,

    /// <summary>Not JSON, but what lenient readers let pass (comments, trailing commas): RFC 8259 §9 allows a reader to accept it.</summary>
    LenientJson,

    /// <summary>Legal JSON with something after it.</summary>
    TrailingText,

    /// <summary>No bytes, or white space only.</summary>
    Empty,

    /// <summary>Legal JSON, but not an object.</summary>
    NotAnObject,

    /// <summary>A legal body with an unknown member nested very deep: rejected or ignored, but survived.</summary>
    DeepNesting,

    /// <summary>A legal body with much white space in it: rejected or accepted, but survived.</summary>
    Large,

    /// <summary>Bytes that are not UTF-8 (RFC 8259 §8.1).</summary>
    InvalidUtf8,

    /// <summary>A legal body after a byte order mark: readers may ignore it or reject it (RFC 8259 §8.1).</summary>
    ByteOrderMark,

    /// <summary>A legal body that is declared as something else.</summary>
    WrongContentType,

    /// <summary>A legal body without a content type.</summary>
    MissingContentType,

    /// <summary>A member twice.</summary>
    RepeatedMember,

    /// <summary>A member that no document names.</summary>
    UnknownMember,

    /// <summary>A required member's name in another case.</summary>
    MisspeltMember,

    /// <summary>Nothing is wrong: the same body in another legal form. Accepted.</summary>
    LegalForm,
}
