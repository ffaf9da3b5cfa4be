namespace Conformance.Schemas;

/// <summary>Where a member travels in the message.</summary>
public enum Place
{
    Body,

    /// <summary>A segment of the URI's path.</summary>
    Path,

    Query,
    Header,
}
