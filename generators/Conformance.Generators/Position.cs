namespace Conformance.Generators;

/// <summary>How one careful reader reads a constraint. A value is valid if all accept it, invalid if all reject it.</summary>
/// <param name="Interpretation">Id of the interpretation in dispute; null where there is but one position.</param>
/// <param name="Says">The position in words: <c>lengths are counted in bytes of UTF-8</c>.</param>
/// <param name="Accepts">Whether this reader finds that a value keeps the constraint.</param>
public sealed record Position(string? Interpretation, string Says, Func<JsonValue, bool> Accepts);
