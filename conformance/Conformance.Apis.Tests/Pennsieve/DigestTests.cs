using Conformance.Reference.Pennsieve;

namespace Conformance.Apis.Tests.Pennsieve;

public sealed class DigestTests
{
    [Fact]
    public async Task TheReceiversAddressIsNotInTheDigest()
    {
        var first = await PennsieveRuns.Of(PennsieveBehaviour.Correct, "webhook/*");
        var second = await PennsieveRuns.Of(PennsieveBehaviour.Correct, "webhook/*");
        Assert.Equal(first.RequestsDigest, second.RequestsDigest);
    }
}
