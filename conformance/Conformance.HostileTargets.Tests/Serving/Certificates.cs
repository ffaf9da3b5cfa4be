using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>Certificates that nobody vouches for.</summary>
internal static class Certificates
{
    /// <summary>A certificate of this host.</summary>
    /// <param name="host">An IP address or a name.</param>
    /// <param name="beginsInDays">Days from now to the beginning of its validity.</param>
    /// <param name="endsInDays">Days from now to its end.</param>
    public static X509Certificate2 Of(string host, int beginsInDays = -1, int endsInDays = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(beginsInDays), now.AddDays(endsInDays));
    }
}
