using Xunit.Sdk;
using Xunit.v3;

namespace Conformance.XUnit.Discovery;

/// <summary>
/// Lists every row at discovery. Some runners leave that out by default; a filter on a row's traits then finds nothing,
/// and a run of nothing counts as a success.
/// </summary>
internal sealed class RequirementDiscoverer : TheoryDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        IXunitTestMethod testMethod,
        IFactAttribute factAttribute
    ) => base.Discover(new ListingEveryRow(discoveryOptions), testMethod, factAttribute);
}
