namespace Conformance.Reports.Formats;

/// <summary>Files that are compiled into this assembly.</summary>
internal static class Resource
{
    /// <exception cref="FileNotFoundException">The build left the file out.</exception>
    public static string Text(string name)
    {
        using var stream =
            typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"expected the resource {name} in the assembly: build it again", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
