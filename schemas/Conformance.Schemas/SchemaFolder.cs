namespace Conformance.Schemas;

/// <summary>Reads the files of APIs from folders on disk.</summary>
internal static class SchemaFolder
{
    private const long MostBytes = 16 << 20;

    /// <summary>The API of this folder, or those of the folders in it. Nothing in it is skipped in silence.</summary>
    /// <exception cref="SchemaException">The folder holds no API, or one that can't be read.</exception>
    public static IEnumerable<ApiFiles> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw Refused(
                folder,
                "a folder",
                File.Exists(folder) ? "a file" : "nothing of that name",
                "correct the path"
            );
        if (Holds(folder))
            return [Files(folder)];
        var below = Guarded(
            folder,
            () => Directory.GetDirectories(folder).Where(f => !Path.GetFileName(f).StartsWith('.')).Order().ToList()
        );
        return below.Count > 0
            ? below.Select(Files).ToList()
            : throw Refused(
                folder,
                $"{ApiFiles.SchemaName} and {ApiFiles.RegisterName}, or folders that hold them",
                "neither",
                "add the two files; schemas/README.md shows an example"
            );
    }

    private static bool Holds(string folder) =>
        File.Exists(Path.Combine(folder, ApiFiles.SchemaName))
        || File.Exists(Path.Combine(folder, ApiFiles.RegisterName));

    private static ApiFiles Files(string folder) =>
        new(Text(Path.Combine(folder, ApiFiles.SchemaName)), Text(Path.Combine(folder, ApiFiles.RegisterName)));

    private static SchemaFile Text(string file)
    {
        if (!File.Exists(file))
            throw Refused(
                file,
                $"{ApiFiles.SchemaName} and {ApiFiles.RegisterName} beside each other",
                "no such file",
                "add it; schemas/README.md shows an example"
            );
        return Guarded(
            file,
            () =>
                new FileInfo(file).Length <= MostBytes
                    ? new SchemaFile(file, File.ReadAllText(file))
                    : throw Refused(file, "at most 16 MiB", "a larger file", "name the right file")
        );
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "something that can be read", e.Message, "see that it can be read");
        }
    }

    private static SchemaException Refused(string path, string expected, string came, string next) =>
        new(path, "", 1, 1, $"expected {expected}; came {came}; {next}");
}
