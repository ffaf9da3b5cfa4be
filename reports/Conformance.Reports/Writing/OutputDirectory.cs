using System.Diagnostics.CodeAnalysis;

namespace Conformance.Reports.Writing;

/// <summary>The directory that a run's files go into.</summary>
public static class OutputDirectory
{
    // Enough that a full disk refuses it, where a single byte might still find room.
    private static readonly byte[] Sample = new byte[4096];

    /// <summary>
    /// Why these files can't be written there, in a few words; null where they can. Makes the directory, writes a file and
    /// removes it: before a run this costs nothing, after it the findings.
    /// </summary>
    public static string? Problem(string directory, IEnumerable<string> files)
    {
        try
        {
            Directory.CreateDirectory(directory);
            WholeFile.Probe(directory, Sample);
        }
        catch (Exception e) when (WriteTrouble.Is(e))
        {
            return FileIn(directory) is { } file ? $"{file} is a file" : WriteTrouble.InWords(e);
        }
        return files.FirstOrDefault(file => Directory.Exists(Path.Combine(directory, file))) is { } taken
            ? $"{taken} is a directory there"
            : null;
    }

    /// <summary>Why this file can't be written, in a few words; null where it can.</summary>
    public static string? ProblemOf(string file) =>
        Problem(Path.GetDirectoryName(file) is { Length: > 0 } directory ? directory : ".", [Path.GetFileName(file)]);

    /// <summary>Writes each of them; one that can't be written keeps no other from being written.</summary>
    /// <returns>What could not be written.</returns>
    public static async Task<ImmutableArray<UnwrittenFile>> Write(
        string directory,
        IEnumerable<FileContent> files,
        CancellationToken ct
    )
    {
        var unwritten = ImmutableArray.CreateBuilder<UnwrittenFile>();
        foreach (var file in files)
            if (await Problem(directory, file, ct) is { } problem)
                unwritten.Add(problem);
        return unwritten.ToImmutable();
    }

    /// <summary>Removes files of an earlier run, where they are there.</summary>
    /// <returns>What could not be removed.</returns>
    public static ImmutableArray<UnwrittenFile> Remove(string directory, IEnumerable<string> files)
    {
        var left = ImmutableArray.CreateBuilder<UnwrittenFile>();
        foreach (var file in files)
            try
            {
                if (File.Exists(Path.Combine(directory, file)))
                    File.Delete(Path.Combine(directory, file));
            }
            catch (Exception e) when (WriteTrouble.Is(e))
            {
                left.Add(new UnwrittenFile(file, $"an earlier one can't be removed: {WriteTrouble.InWords(e)}"));
            }
        return left.ToImmutable();
    }

    /// <summary>The part of the path that is a file where a directory has to be; null where there is none.</summary>
    private static string? FileIn(string directory)
    {
        for (var part = directory; !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part))
            if (File.Exists(part))
                return part;
        return null;
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "A format that the kit fails to make must not take the others with it; the fault is handed on."
    )]
    private static async Task<UnwrittenFile?> Problem(string directory, FileContent file, CancellationToken ct)
    {
        ReadOnlyMemory<byte> content;
        try
        {
            content = await file.Make();
        }
        catch (Exception fault)
        {
            return new UnwrittenFile(file.Name, $"the kit failed: {fault.GetType().Name}: {fault.Message}")
            {
                Fault = fault,
            };
        }
        try
        {
            await WholeFile.Write(Path.Combine(directory, file.Name), content, ct);
            return null;
        }
        catch (UnwrittenFileException e)
        {
            return new UnwrittenFile(file.Name, e.Why);
        }
    }
}

/// <summary>A file that is yet to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Make">Makes its content.</param>
public sealed record FileContent(string Name, Func<Task<ReadOnlyMemory<byte>>> Make);
