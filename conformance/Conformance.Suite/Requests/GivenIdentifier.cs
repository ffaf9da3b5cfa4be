namespace Conformance.Suite.Requests;

/// <summary>Identifiers that a target gave, as segments of later URLs.</summary>
public static class GivenIdentifier
{
    /// <summary>In characters; each may take nine in a URL, and servers read 8,000 at least (RFC 9110, 4.1).</summary>
    public const int Longest = 800;

    /// <summary>
    /// Whether it names one resource wherever it stands: an empty one names the collection, and servers that decode before
    /// they route take one with dot segments or empty ones for another place.
    /// </summary>
    public static bool MayStandInAUrl(string identifier) =>
        identifier.Length <= Longest && identifier.Split('/', '\\').All(part => part is not ("" or "." or ".."));
}
