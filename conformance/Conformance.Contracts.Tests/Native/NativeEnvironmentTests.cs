using Conformance.Contracts.Native;

namespace Conformance.Contracts.Tests.Native;

public sealed class NativeEnvironmentTests
{
    [Fact]
    public void NativeCodeSeesThatNoStatisticsAreWanted()
    {
        Library.Needed();
        Assert.Equal("true", NativeEnvironment.Get("PACT_DO_NOT_TRACK"));
    }
}
