namespace Conformance.Schemas;

/// <summary>A schema, a register or the list of sources that the kit must not work with.</summary>
/// <param name="file">Name of the file, or the path of a folder.</param>
/// <param name="pointer">JSON pointer (RFC 6901) to the offending value; empty for the document itself.</param>
/// <param name="line">Line of that value, from 1.</param>
/// <param name="column">Column of that value in characters, from 1.</param>
/// <param name="problem">What was expected, what came, what to do next.</param>
public sealed class SchemaException(string file, string pointer, int line, int column, string problem)
    : Exception($"{file}:{line}:{column}: {(pointer.Length == 0 ? "" : pointer + ": ")}{problem}")
{
    /// <summary>Name of the file.</summary>
    public string File { get; } = file;

    /// <summary>JSON pointer to the offending value.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>Line of the offending value, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column of the offending value in characters, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>What was expected, what came, what to do next; without the position.</summary>
    public string Problem { get; } = problem;
}
