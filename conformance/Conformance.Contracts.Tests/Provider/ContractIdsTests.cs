using Conformance.Contracts.Provider;
using Conformance.Schemas;

namespace Conformance.Contracts.Tests.Provider;

public sealed class ContractIdsTests
{
    private const string Approved = "Conformance.Contracts.Tests/Provider/requirement-ids.txt";

    /// <summary>CONFORMANCE_APPROVE_IDS=1 rewrites the list, so that a lost requirement shows in review.</summary>
    [Fact]
    public void TheIdsAreTheApprovedOnes()
    {
        var ids = SchemaCatalog
            .Embedded()
            .SelectMany(api => ContractRequirements.Of(api, Quiet.Verify))
            .Select(planned => $"{planned.Requirement.Id} {planned.Requirement.Level.ToString().ToLowerInvariant()}")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (Environment.GetEnvironmentVariable("CONFORMANCE_APPROVE_IDS") == "1")
            File.WriteAllLines(Checkout.File(Approved), ids);
        Assert.Equal(File.ReadAllLines(Checkout.File(Approved)), ids);
    }
}
