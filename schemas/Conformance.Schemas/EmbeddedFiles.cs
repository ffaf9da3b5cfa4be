namespace Conformance.Schemas;

/// <summary>The files that the kit brings along: its APIs and protocols, embedded by being there.</summary>
internal static class EmbeddedFiles
{
    private const string Apis = "apis/";
    private const string Protocols = "protocols/";
    private const string Ending = ".json";

    /// <summary>Names of the folders below schemas/apis.</summary>
    public static IEnumerable<string> ApiFolders() =>
        Names(Apis)
            .Where(name => name.EndsWith("/" + ApiFiles.SchemaName, StringComparison.Ordinal))
            .Select(name => name[Apis.Length..^(ApiFiles.SchemaName.Length + 1)])
            .Order(StringComparer.Ordinal);

    /// <summary>Names of the protocols below schemas/protocols.</summary>
    public static IEnumerable<string> ProtocolNames() =>
        Names(Protocols)
            .Where(name => !name.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(name => name[Protocols.Length..^Ending.Length])
            .Order(StringComparer.Ordinal);

    /// <summary>The two files of an API.</summary>
    public static ApiFiles Of(string folder) =>
        new(Text($"{Apis}{folder}/{ApiFiles.SchemaName}"), Text($"{Apis}{folder}/{ApiFiles.RegisterName}"));

    /// <summary>The file of a protocol.</summary>
    public static SchemaFile Protocol(string name) => Text($"{Protocols}{name}{Ending}");

    /// <summary>The text of a file below schemas.</summary>
    /// <param name="name">Such as <c>apis/register.schema.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SchemaFile Text(string name)
    {
        using var stream =
            typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(
                $"expected schemas/{name} among the files of the kit; it is missing: add it to the folder",
                name
            );
        using var reader = new StreamReader(stream);
        return new($"schemas/{name}", reader.ReadToEnd());
    }

    private static IEnumerable<string> Names(string folder) =>
        typeof(EmbeddedFiles)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal));
}
