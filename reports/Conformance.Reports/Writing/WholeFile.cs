namespace Conformance.Reports.Writing;

/// <summary>A file that is there whole or not at all, whoever looks and whatever ends the program.</summary>
public static class WholeFile
{
    private const string Ending = ".partial";

    /// <summary>
    /// Writes it under a temporary name, which is then moved; makes its directory where it is missing. Temporary files of the same file that killed programs left
    /// are removed; one that another program is writing is held by a lock and stays.
    /// </summary>
    /// <exception cref="UnwrittenFileException">It can't be written.</exception>
    public static async Task Write(string file, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var (directory, name) = (Path.GetDirectoryName(file) ?? "", Path.GetFileName(file));
        try
        {
            if (directory.Length > 0)
                Directory.CreateDirectory(directory);
            RemoveLeftOver(directory, name);
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
        const string name = "probe";
        RemoveLeftOver(directory, name);
        using var probe = Create(directory, name, FileOptions.DeleteOnClose);
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
        var partial = Create(directory, name, FileOptions.Asynchronous);
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

    private static FileStream Create(string directory, string name, FileOptions options)
    {
        try
        {
            return Open(directory, name, options);
        }
        catch (IOException)
        {
            // Between its making and its locking another program may have taken it for left over.
            return Open(directory, name, options);
        }
    }

    /// <summary>Process ids repeat from one container to the next, so the name is random.</summary>
    private static FileStream Open(string directory, string name, FileOptions options) =>
        new(
            Path.Combine(directory, $".{name}.{Path.GetRandomFileName()}{Ending}"),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.Delete,
            bufferSize: 0,
            options
        );

    private static void RemoveLeftOver(string directory, string name)
    {
        foreach (var partial in Directory.GetFiles(directory.Length == 0 ? "." : directory, $".{name}.*{Ending}"))
            try
            {
                // Opens only where nobody else has it open, and removes it on closing.
                new FileStream(
                    partial,
                    FileMode.Open,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 0,
                    FileOptions.DeleteOnClose
                ).Dispose();
            }
            catch (Exception e) when (WriteTrouble.Is(e))
            {
                // Somebody is writing it, or it is gone, or it is not ours to remove.
            }
    }
}
