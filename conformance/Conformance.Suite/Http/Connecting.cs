using System.Diagnostics.CodeAnalysis;
using System.Net.Security;

namespace Conformance.Suite.Http;

/// <summary>What both transports hold to while they connect.</summary>
internal static class Connecting
{
    /// <summary>Less than the whole: a target that never answers the connection is told from one that never answers.</summary>
    internal static TimeSpan TimeAllowed(CourierOptions options) =>
        options.RequestTimeout == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : options.RequestTimeout * 0.8;

    /// <summary>Null leaves the check to the platform.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "Asked for by name, for targets on one's own machine.")]
    internal static RemoteCertificateValidationCallback? CertificateCheck(CourierOptions options) =>
        options.TrustsAnyCertificate ? static (_, _, _, _) => true : null;
}
