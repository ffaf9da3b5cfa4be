namespace Conformance.Engine.Exchanges.Streams;

/// <summary>What made a stream unreadable; nothing after it is read.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Offset">Index in the body of the first byte of the frame or JSON value that has it.</param>
/// <param name="Says">Expected and got, in words.</param>
public sealed record StreamFault(StreamFaultKind Kind, int Offset, string Says);

/// <summary>The ways in which a stream can be unreadable.</summary>
public enum StreamFaultKind
{
    /// <summary>The checksum of a frame's lengths is wrong.</summary>
    PreludeChecksum,

    /// <summary>The checksum of a whole frame is wrong.</summary>
    MessageChecksum,

    /// <summary>A frame's headers don't fit into it.</summary>
    BadLengths,

    /// <summary>A frame's payload is larger than the encoding allows.</summary>
    FrameTooLarge,

    /// <summary>A frame's headers are larger than the encoding allows.</summary>
    HeadersTooLarge,

    /// <summary>A frame's headers can't be read: a type that doesn't exist, a length that leads out of them, a name twice.</summary>
    BadHeaders,

    /// <summary>The body ends within a frame or a JSON value.</summary>
    Truncated,

    /// <summary>A frame doesn't say what kind of message it is.</summary>
    MissingMessageType,

    /// <summary>A frame is of a kind that the encoding doesn't have.</summary>
    UnknownMessageType,

    /// <summary>A frame doesn't name its event, exception or error.</summary>
    MissingName,

    /// <summary>What should be JSON is none.</summary>
    NotJson,

    /// <summary>A JSON value that is no object, so that it can't name an event.</summary>
    NotAnEvent,

    /// <summary>The body is of no media type that can hold events, and doesn't look like one.</summary>
    UnknownEncoding,
}
