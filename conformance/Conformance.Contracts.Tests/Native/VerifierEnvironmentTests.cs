using System.Security.Cryptography.X509Certificates;
using Conformance.Contracts.Native;

namespace Conformance.Contracts.Tests.Native;

public sealed class VerifierEnvironmentTests
{
    [Fact]
    public void ItShowsTheOneCertificateOfNobody()
    {
        var file = VerifierEnvironment.Variables["SSL_CERT_FILE"];
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        Assert.Equal("CN=nobody", certificate.Subject);
        Assert.Equal([file], Directory.GetFiles(VerifierEnvironment.Variables["SSL_CERT_DIR"]));
    }

    [Theory]
    [InlineData("NO_PROXY")]
    [InlineData("no_proxy")]
    public void ItSaysThatNoProxyLeadsToTheRelay(string variable) =>
        Assert.Equal("127.0.0.1,localhost", VerifierEnvironment.Variables[variable]);
}
