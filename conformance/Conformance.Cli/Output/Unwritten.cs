using Conformance.Reports.Writing;

namespace Conformance.Cli.Output;

/// <summary>Says what could not be written.</summary>
internal static class Unwritten
{
    /// <summary>One line for a directory: which files, why, and what is kept all the same. Silent where all were written.</summary>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="files">All files that were to be written into it.</param>
    /// <param name="unwritten">Those that were not.</param>
    public static void Say(
        Terminal terminal,
        string directory,
        IReadOnlyCollection<string> files,
        IReadOnlyCollection<UnwrittenFile> unwritten
    )
    {
        if (unwritten.Count == 0)
            return;
        var missing = unwritten
            .GroupBy(file => file.Why)
            .Select(files => $"{string.Join(", ", files.Select(file => file.Name))} ({files.Key})");
        var kept = files.Except(unwritten.Select(file => file.Name)).ToList();
        terminal.Error.UntrustedLine(
            $"conformance: not written to {directory}: {string.Join("; ", missing)}; "
                + (kept.Count == 0 ? "nothing is kept but what stands above" : $"written: {string.Join(", ", kept)}")
        );
    }
}
