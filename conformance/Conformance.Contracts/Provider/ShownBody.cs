using System.Globalization;
using Conformance.Engine.Http;
using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>The body that Pact's verifier is shown.</summary>
/// <param name="Bytes">What it is shown; nothing of what it could not be shown whole.</param>
/// <param name="Why">Why that is not the body, in words that follow "a response"; null where it is.</param>
internal sealed record ShownBody(ReadOnlyMemory<byte> Bytes, string? Why)
{
    /// <summary>The body of a response, unpacked, and such that the verifier can read it.</summary>
    public static ShownBody Of(ReceivedResponse response)
    {
        var body = response.Body.Bytes;
        if (response.IsTruncated)
            return IsJsonType(response) && !ContentCoding.IsClaimed(response) && !JsonForPact.MayBecomeJson(body.Span)
                ? new ShownBody(NoJson.Beginning(response.Body).Bytes, null)
                : new ShownBody(default, TooLarge(response.Body.Length));
        if (!IsJsonType(response))
            return Unpacked(response);
        // A coding that is claimed for JSON was not applied: the kit reads it as it stands everywhere.
        var plain = JsonForPact.IsJson(body.Span) ? new ShownBody(body, null) : Unpacked(response);
        return plain with { Bytes = JsonForPact.Readable(plain.Bytes) };
    }

    private static ShownBody Unpacked(ReceivedResponse response)
    {
        var (bytes, why) = ContentCoding.Undo(response, TargetClientOptions.UsualBodyBytes);
        return new ShownBody(bytes, why);
    }

    /// <summary>Pact looks whether it is JSON where no type is named.</summary>
    private static bool IsJsonType(ReceivedResponse response) =>
        response.Header("Content-Type")?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? true;

    private static string TooLarge(int bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"larger than the {bytes:#,0} bytes that the kit reads");
}
