namespace Conformance.XUnit.Running;

/// <summary>Where relative paths of a target begin: the working directory differs from one test runner to the next.</summary>
internal static class BesideTheTests
{
    public static string Path(string path) => System.IO.Path.Combine(AppContext.BaseDirectory, path);
}
