namespace Conformance.Schemas;

/// <summary>The kinds of JSON value that a member can be declared to hold.</summary>
public enum JsonKind
{
    String,
    Integer,
    Number,
    Boolean,
    Object,
    Array,

    /// <summary>Any JSON value at all.</summary>
    Any,
}
