namespace Conformance.Reports.Secrecy;

/// <summary>
/// Makes a report fit to leave the process: without secrets, and with no body in it that is longer than anybody reads.
/// A body is redacted before it is cut, so that no part of a secret stays at the cut.
/// </summary>
public static class Redaction
{
    /// <summary>Bytes of a body that a report keeps.</summary>
    public const int LongestBody = 64 * 1024;

    // What may stand in the place of what redaction takes out; the rest of a large body is not looked at.
    private const int Margin = 8 * 1024;

    /// <summary>The report as it may be written, shown and sent.</summary>
    public static RunReport Of(RunReport report, Secrets secrets) =>
        new ReportRewriter(secrets.Redact, body => Of(body, secrets)).Rewritten(report);

    /// <summary>As much of a body as a report keeps, without secrets.</summary>
    public static Body Of(Body body, Secrets secrets, int most = LongestBody) =>
        Whole(body.Cut(most + Margin), secrets).Cut(most);

    /// <summary>It may end within a secret where it was cut before, or where its connection broke off.</summary>
    private static Body Whole(Body body, Secrets secrets) => body.With(secrets.Redact(body.Bytes, isCut: true));
}
