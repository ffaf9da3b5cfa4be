namespace Conformance.Architecture.Tests;

/// <summary>Versions of packages stand in Directory.Packages.props and nowhere else.</summary>
public sealed class PackageTests
{
    private static readonly string[] VersionAttributes = ["Version", "VersionOverride"];

    [Fact]
    public void NoProjectFileNamesAVersion()
    {
        var versions =
            from file in Repository.Files(".csproj", "Directory.Build.props", ".targets")
            from reference in file.Xml().Descendants("PackageReference")
            where
                VersionAttributes.Any(v => reference.Attribute(v) is not null)
                || VersionAttributes.Any(v => reference.Element(v) is not null)
            select $"{file.Path}: {(string?)reference.Attribute("Include")}; move its version to Directory.Packages.props";
        Offences.None(versions);
    }

    [Fact]
    public void EveryVersionIsExact()
    {
        var ranges = Repository
            .Files("Directory.Packages.props")
            .SelectMany(file => file.Xml().Descendants("PackageVersion"))
            .Where(package => ((string)package.Attribute("Version")!).IndexOfAny(['*', '[', '(', ',']) >= 0)
            .Select(package => (string)package.Attribute("Include")!);
        Offences.None(ranges);
    }

    [Fact]
    public void EveryProjectHasItsLockFile()
    {
        var unlocked = Repository
            .Projects()
            .Where(p => !File.Exists(Path.Combine(Path.GetDirectoryName(p.FullPath)!, "packages.lock.json")))
            .Select(p => p.Path);
        Offences.None(unlocked);
    }
}
