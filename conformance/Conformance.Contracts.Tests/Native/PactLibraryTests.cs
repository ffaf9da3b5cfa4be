using System.Text.Json.Nodes;
using Conformance.Contracts.Native;

namespace Conformance.Contracts.Tests.Native;

public sealed class PactLibraryTests
{
    [Fact]
    public void TheLibraryIsThere()
    {
        Library.Needed();
        Assert.IsType<PactLibrary.Found>(PactLibrary.Find());
    }

    [Fact]
    public void AFolderWithoutTheLibrarySaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        var missing = Assert.IsType<PactLibrary.Missing>(PactLibrary.In(folder.Path));
        Assert.Contains("install Node", missing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThePublishedOneIsNotLoaded()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, PactDigests.ForThisPlatform[0].Name), "something else");
        var missing = Assert.IsType<PactLibrary.Missing>(PactLibrary.In(folder.Path));
        Assert.Contains("is not the published file", missing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPackageThatIsFetchedHasItsDigest()
    {
        var package = JsonNode.Parse(File.ReadAllText(Checkout.File("Conformance.Contracts/package.json")))!;
        var fetched = package["optionalDependencies"]!.AsObject();
        Assert.Equal(
            PactDigests.All.Select(f => $"@pact-foundation/pact-core-{f.Platform} {PactDigests.Version}"),
            fetched.Select(p => $"{p.Key} {p.Value}")
        );
    }
}
