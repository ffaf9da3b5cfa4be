namespace Conformance.Engine.Testing;

/// <summary>How far a test's valid requests are drawn across the dimensions in which legal requests differ.</summary>
public enum Across
{
    /// <summary>Its requests are its own: it is about a dimension itself, or varies none.</summary>
    None,

    /// <summary>Some values in one go: each go takes long, or makes a target do much.</summary>
    Some,

    /// <summary>As often as it takes to meet all values.</summary>
    All,
}
