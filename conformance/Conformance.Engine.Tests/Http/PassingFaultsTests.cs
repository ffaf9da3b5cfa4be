using Conformance.Engine.Http;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Http;

/// <summary>Server errors that pass are no wrong responses as long as they are rare.</summary>
public sealed class PassingFaultsTests
{
    private static readonly ReceivedResponse Fault = Response(500);

    private readonly PassingFaults faults = new();

    [Theory]
    [InlineData(500, null, true)]
    [InlineData(599, null, true)]
    [InlineData(499, null, false)]
    [InlineData(200, null, false)]
    [InlineData(503, null, true)]
    [InlineData(503, "1", false)]
    [InlineData(500, "1", true)]
    public void AServerErrorMayPassUnlessItAsksForPatience(int status, string? retryAfter, bool mayBe) =>
        Assert.Equal(mayBe, faults.MayBe(Response(status, retryAfter), 1));

    [Fact]
    public void NoResponseIsNoServerError() => Assert.False(faults.MayBe(null, 1));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(499, 2)]
    [InlineData(500, 3)]
    [InlineData(5000, 12)]
    public void TwoMayPassInAnyRunAndOneMoreInFiveHundredRequests(int requestsSent, int most)
    {
        for (var passed = 0; passed < most; passed++)
        {
            Assert.True(faults.MayBe(Fault, requestsSent));
            faults.Noted(Fault, Response(201));
        }
        Assert.False(faults.MayBe(Fault, requestsSent));
        Assert.Equal(most, faults.Count);
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(400, true)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public void OneHasPassedWhereTheLastResponseIsNone(int last, bool hasPassed)
    {
        Assert.Equal(hasPassed ? Fault : null, faults.Noted(Fault, Response(last)));
        Assert.Equal(hasPassed ? 1 : 0, faults.Count);
    }

    [Fact]
    public void WithoutAFaultOrALastResponseNothingHasPassed()
    {
        Assert.Null(faults.Noted(null, Response(201)));
        Assert.Null(faults.Noted(Fault, null));
        Assert.Equal(0, faults.Count);
    }

    [Fact]
    public void OneThatCanNotBeSentAgainIsTakenAsPassing()
    {
        var exchange = Seen.Response(Fault);
        Assert.Same(Fault, faults.Taken(exchange));
        Assert.Equal(1, faults.Count);
    }

    private static ReceivedResponse Response(int status, string? retryAfter = null) =>
        new(status, retryAfter is null ? [] : [new Header("Retry-After", retryAfter)], default, IsTruncated: false);
}
