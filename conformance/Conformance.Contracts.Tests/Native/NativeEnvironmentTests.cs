using System.Security.Cryptography.X509Certificates;
using Conformance.Contracts.Native;

namespace Conformance.Contracts.Tests.Native;

public sealed class NativeEnvironmentTests
{
    [Fact]
    public void NativeCodeSeesThatNoStatisticsAreWanted()
    {
        Library.Needed();
        Assert.Equal("true", NativeEnvironment.Get("PACT_DO_NOT_TRACK"));
    }

    [Fact]
    public void NativeCodeSeesTheOneCertificateOfNobody()
    {
        NativeEnvironment.TrustNobody();
        var file = NativeEnvironment.Get("SSL_CERT_FILE");
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file!);
        Assert.Equal("CN=nobody", certificate.Subject);
        Assert.Equal([file], Directory.GetFiles(NativeEnvironment.Get("SSL_CERT_DIR")!));
    }
}
