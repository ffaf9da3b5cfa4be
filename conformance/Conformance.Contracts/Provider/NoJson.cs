using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>
/// What Pact's verifier is shown of a large body that is no JSON. It fails for that alone, and the verifier would write it
/// out several times over.
/// </summary>
internal static class NoJson
{
    private const int Most = 64 * 1024;

    // No text of JSON holds it (RFC 8259, 2 and 7), so that a beginning that is JSON does not pass for the whole.
    private const byte Nul = 0;

    /// <summary>The body, or its beginning, which is no JSON either.</summary>
    public static Body Beginning(Body body)
    {
        if (body.Bytes.Length <= Most)
            return body;
        var shown = body.Span[..Most].ToArray();
        shown[^1] = Nul;
        return Body.FirstOf(shown, body.Length);
    }
}
