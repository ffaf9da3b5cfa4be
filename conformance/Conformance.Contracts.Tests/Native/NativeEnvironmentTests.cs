using System.Security.Cryptography.X509Certificates;
using Conformance.Contracts.Native;
using Conformance.Contracts.Provider;

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
    public async Task AVerifierSeesTheOneCertificateOfNobody()
    {
        Library.Needed();
        var nowhere = new Uri("http://127.0.0.1:1/");
        await VerifierThread.Verify(new("no pact", "nobody", nowhere, nowhere), TestContext.Current.CancellationToken);
        var file = NativeEnvironment.Get("SSL_CERT_FILE");
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file!);
        Assert.Equal("CN=nobody", certificate.Subject);
        Assert.Equal([file], Directory.GetFiles(NativeEnvironment.Get("SSL_CERT_DIR")!));
    }
}
