namespace Conformance.Reports.Writing;

/// <summary>A file that is there whole or not at all, whoever looks and whatever ends the program.</summary>
public static class WholeFile
{
    private const string Ending = ".partial";

    // Between its making and its locking a file looks left over.
    private static readonly TimeSpan YoungestLeftOver = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Writes it under a temporary name, which is then moved; makes its directory where it is missing. Temporary files of
    /// the same file that killed programs left are removed; one that another program is writing is locked and stays.
    /// </summary>
    /// <exception cref="UnwrittenFileException">It can't be written.</exception>
    public static async Task Write(string file, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var (directory, name) = (Path.GetDirectoryName(file) ?? "", Path.GetFileName(file));
        try
        {
            if (directory.Length > 0)
                Directory.CreateDirectory(directory);
            await WriteAndMove(directory, name, content, ct);
        }
        catch (Exception e) when (WriteTrouble.Is(e))
        {
            throw new UnwrittenFileException(file, WriteTrouble.InWords(e), e);
        }
    }

    /// <summary>Writes a file into the directory and removes it again.</summary>
    /// <exception cref="IOException">That is not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">That is not allowed.</exception>
    internal static void Probe(string directory, ReadOnlySpan<byte> content)
    {
        using var probe = Open(directory, "probe", FileOptions.DeleteOnClose);
        probe.Write(content);
        probe.Flush(flushToDisk: true);
    }

    private static async Task WriteAndMove(
        string directory,
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken ct
    )
    {
        var partial = Open(directory, name, FileOptions.Asynchronous);
        await using var closing = partial;
        try
        {
            await partial.WriteAsync(content, ct);
            await partial.FlushAsync(ct);
            // Still open, so that nobody takes it for left over in between.
            File.Move(partial.Name, Path.Combine(directory, name), overwrite: true);
        }
        catch
        {
            File.Delete(partial.Name);
            throw;
        }
    }

    /// <summary>Opens a temporary file; process ids repeat from one container to the next, so its name is random.</summary>
    private static FileStream Open(string directory, string name, FileOptions options)
    {
        var partial = new FileStream(
            Path.Combine(directory, $".{name}.{Path.GetRandomFileName()}{Ending}"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.Delete,
            bufferSize: 0,
            options
        );
        // By the clock of the file system, which may be another machine's.
        RemoveLeftOver(directory, name, File.GetLastWriteTimeUtc(partial.SafeFileHandle) - YoungestLeftOver);
        return partial;
    }

    private static void RemoveLeftOver(string directory, string name, DateTime before)
    {
        foreach (var partial in Directory.GetFiles(directory.Length == 0 ? "." : directory, $".{name}.*{Ending}"))
            try
            {
                if (File.GetLastWriteTimeUtc(partial) <= before)
                    RemoveUnlocked(partial);
            }
            catch (Exception e) when (WriteTrouble.Is(e))
            {
                // Somebody is writing it, or it is gone, or it is not ours to remove.
            }
    }

    /// <summary>Opens only where nobody else has it open, and removes on closing.</summary>
    private static void RemoveUnlocked(string partial) =>
        new FileStream(
            partial,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 0,
            FileOptions.DeleteOnClose
        ).Dispose();
}
