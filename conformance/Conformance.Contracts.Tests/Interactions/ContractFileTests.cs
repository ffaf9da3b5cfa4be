using Conformance.Contracts.Interactions;
using Conformance.Contracts.Tests.Native;

namespace Conformance.Contracts.Tests.Interactions;

public sealed class ContractFileTests
{
    private const string Approving = "CONFORMANCE_APPROVE_CONTRACTS";

    public static TheoryData<string> Providers => [.. Apis.All.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void TheRepositoryHoldsWhatIsAgreedOn(string provider)
    {
        Library.Needed();
        var written = Written(provider);
        var kept = Checkout.File($"contracts/{provider}.json");
        if (Environment.GetEnvironmentVariable(Approving) == "1")
            File.WriteAllText(kept, written);
        Assert.True(
            File.Exists(kept) && written == File.ReadAllText(kept),
            $"{kept} is not what the interactions say; look at the difference after {Approving}=1"
        );
    }

    private static string Written(string provider)
    {
        using var folder = new TemporaryFolder();
        var path = ContractFile.Write(provider, InteractionCatalog.Of(Apis.Named(provider)), folder.Path);
        return ContractText.Normalised(File.ReadAllText(path));
    }
}
