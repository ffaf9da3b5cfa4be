using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class ExpectationTests
{
    private static readonly Operation Operation = SchemaCatalog
        .Embedded()
        .First(api => api.Name == "nova-act")
        .Operation("CreateWorkflowRun");

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void AcceptedIsAnySuccess(int status, bool isMet) =>
        Assert.Equal(isMet, Expectation.Accepted.IsMetBy(status));

    [Theory]
    [InlineData(399, false)]
    [InlineData(400, true)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    public void AClientErrorIsAnyOfTheFourHundreds(int status, bool isMet) =>
        Assert.Equal(isMet, Expectation.AnyClientError.IsMetBy(status));

    [Fact]
    public void ARejectionIsTheDocumentedErrorOfItsCause()
    {
        var rejected = Expectation.Rejected(Operation, ErrorCause.InvalidInput);
        Assert.Equal("400 ValidationException", rejected.Says);
        Assert.True(rejected.IsMetBy(400));
        Assert.False(rejected.IsMetBy(404));
    }

    [Fact]
    public void WithoutADocumentedErrorAnyClientErrorServes() =>
        Assert.Equal(
            Expectation.AnyClientError,
            Expectation.Rejected(Operation with { Errors = [] }, ErrorCause.InvalidInput)
        );

    [Fact]
    public void FurtherStatusesAreAddedAndSaid()
    {
        var wider = Expectation.Rejected(Operation, ErrorCause.InvalidInput).Or(403, 404);
        Assert.Equal("400 ValidationException (or 403, 404)", wider.Says);
        Assert.All([400, 403, 404], status => Assert.True(wider.IsMetBy(status)));
        Assert.False(wider.IsMetBy(405));
    }

    [Fact]
    public void FurtherStatusesTakeNoneAway() => Assert.True(Expectation.AnyClientError.Or(501).IsMetBy(422));

    [Fact]
    public void NoResponseMeetsNothing() =>
        Assert.False(Expectation.AnyClientError.IsMetBy(Seen.Failure(TransportFailureKind.Disconnected)));
}
