namespace Conformance.Engine.Webhooks;

/// <summary>How the URL of a callback is written: what stands behind its token, and the letters of its beginning.</summary>
/// <param name="Tail">What follows the token: more of the path, a query.</param>
public sealed record CallbackForm(string Tail)
{
    /// <summary>Nothing behind the token; whatever arrives behind it belongs to the callback all the same.</summary>
    public static CallbackForm Plain { get; } = new("");

    /// <summary>Whether scheme and host are written in capitals, which names the same (RFC 3986, 6.2.2.1).</summary>
    public bool IsInCapitals { get; init; }

    /// <summary>The beginning of the URL in these letters.</summary>
    /// <param name="callbackBase">The beginning of every callback's URL.</param>
    internal string BaseOf(string callbackBase)
    {
        if (!IsInCapitals)
            return callbackBase;
        var authority = new Uri(callbackBase).GetLeftPart(UriPartial.Authority).Length;
        return callbackBase[..authority].ToUpperInvariant() + callbackBase[authority..];
    }
}
