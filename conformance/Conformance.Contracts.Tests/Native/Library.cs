using Conformance.Contracts.Native;

namespace Conformance.Contracts.Tests.Native;

/// <summary>What the tests make of a missing library.</summary>
internal static class Library
{
    /// <summary>Skips a test that can't do without it, unless the environment insists on it.</summary>
    public static void Needed()
    {
        if (PactLibrary.Find() is not PactLibrary.Missing(var reason))
            return;
        Assert.False(Environment.GetEnvironmentVariable("CONFORMANCE_NEEDS_PACT") == "true", reason);
        Assert.Skip(reason);
    }
}
