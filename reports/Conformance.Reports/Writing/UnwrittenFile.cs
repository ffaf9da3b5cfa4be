namespace Conformance.Reports.Writing;

/// <summary>A file that could not be written.</summary>
/// <param name="Name">Its name, without its directory.</param>
/// <param name="Why">What stood in the way, in a few words.</param>
public sealed record UnwrittenFile(string Name, string Why)
{
    /// <summary>Set where the kit itself failed to make its content.</summary>
    public Exception? Fault { get; init; }
}

/// <summary>A file could not be written: the disk or a permission is at fault, neither the target nor the kit.</summary>
/// <param name="file">Path of the file.</param>
/// <param name="why">What stood in the way, in a few words.</param>
/// <param name="inner">What the system said.</param>
public sealed class UnwrittenFileException(string file, string why, Exception inner)
    : Exception($"{file} could not be written: {why}; free space or choose another place, then run again", inner)
{
    /// <summary>What stood in the way, in a few words.</summary>
    public string Why => why;
}
