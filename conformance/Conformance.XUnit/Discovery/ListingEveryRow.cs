using Xunit.Sdk;

namespace Conformance.XUnit.Discovery;

/// <summary>A runner's options with rows listed; those beneath stay as they are, as they are every other theory's too.</summary>
internal sealed class ListingEveryRow(ITestFrameworkDiscoveryOptions beneath) : ITestFrameworkDiscoveryOptions
{
    public TValue? GetValue<TValue>(string name) =>
        name == TestOptionsNames.Discovery.PreEnumerateTheories ? (TValue)(object)true : beneath.GetValue<TValue>(name);

    public void SetValue<TValue>(string name, TValue value) => beneath.SetValue(name, value);

    public string ToJson() => beneath.ToJson();
}
