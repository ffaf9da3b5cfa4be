using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;
using static Conformance.Engine.Tests.Testing.Seen;

namespace Conformance.Engine.Tests.Exchanges;

/// <summary>A quota that is used up says nothing about the request.</summary>
public sealed class QuotaTests
{
    private static readonly ErrorResponse UsedUp = Made.Error("UsedUp", 400, ErrorCause.QuotaExceeded);

    [Theory]
    [InlineData(402, "{}", true)]
    [InlineData(400, """{"code":"UsedUp"}""", true)]
    [InlineData(400, """{"code":"InvalidException"}""", false)]
    [InlineData(400, "{}", false)]
    [InlineData(201, "{}", false)]
    public void ItIsSeenByItsStatusOrTheNameOfItsError(int status, string body, bool isQuota)
    {
        var operation = Made.Operation() with { Errors = [Made.Invalid, UsedUp] };
        Assert.Equal(isQuota, Quota.Noted(Response(status, body), operation).IsOverQuota);
    }

    [Fact]
    public void AStatusOfItsOwnNeedsNoName()
    {
        var operation = Made.Operation() with { Errors = [Made.Invalid, UsedUp with { Status = 419 }] };
        Assert.True(Quota.Noted(Response(419), operation).IsOverQuota);
    }
}
