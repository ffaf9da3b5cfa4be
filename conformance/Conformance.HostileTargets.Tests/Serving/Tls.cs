using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>Gates that speak TLS.</summary>
internal static class Tls
{
    /// <summary>A gate that shakes hands and passes on what the client says then.</summary>
    public static Func<Func<Visit, Task>> PassingOn(Func<X509Certificate2> certificate) =>
        Talking(certificate, (visit, inside) => visit.PassOnAsync(inside), SslApplicationProtocol.Http11);

    /// <summary>A gate that shakes hands and goes on as it is told.</summary>
    /// <param name="certificate">Makes the certificate, once for each server.</param>
    /// <param name="talk">What to do inside.</param>
    /// <param name="protocols">What clients may choose from.</param>
    public static Func<Func<Visit, Task>> Talking(
        Func<X509Certificate2> certificate,
        Func<Visit, SslStream, Task> talk,
        params ImmutableArray<SslApplicationProtocol> protocols
    ) =>
        () =>
        {
            var own = certificate();
            return async visit =>
            {
                await using var inside = new SslStream(visit.Bytes, leaveInnerStreamOpen: true);
                var how = new SslServerAuthenticationOptions
                {
                    ServerCertificate = own,
                    ApplicationProtocols = [.. protocols],
                };
                await inside.AuthenticateAsServerAsync(how, visit.Stopped);
                await talk(visit, inside);
            };
        };
}
