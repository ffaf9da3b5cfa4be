using Conformance.Reports.Text;

namespace Conformance.Reports.Secrecy;

/// <summary>
/// Makes a report fit to leave the process: without secrets, and with nothing in it that is longer than anybody reads.
/// Every text and body is redacted before it is cut, so that no part of a secret stays at the cut.
/// </summary>
public static class Redaction
{
    /// <summary>Bytes of a body that a report keeps.</summary>
    public const int LongestBody = 64 * 1024;

    // Longer than any legal URL of the APIs, so that only what a target makes up is cut.
    private const int LongestText = 32 * 1024;

    /// <summary>The report as it may be written, shown and sent.</summary>
    public static RunReport Of(RunReport report, Secrets secrets) =>
        new ReportRewriter(
            text => Shortened.To(LongestText, secrets.Redact(text)),
            body => Of(body, secrets)
        ).Rewritten(report);

    /// <summary>As much of a body as a report keeps, without secrets.</summary>
    public static Body Of(Body body, Secrets secrets)
    {
        // It may end within a secret where it was cut before, or where its connection broke off.
        var clean = secrets.Redact(body.Bytes, isCut: true);
        return Body.FirstOf(clean, Math.Max(body.Length, clean.Length)).Cut(LongestBody);
    }
}
