namespace Conformance.HostileTargets.Tests;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("conformance-");

    public string Path => directory.FullName;

    public void Dispose() => directory.Delete(recursive: true);
}
