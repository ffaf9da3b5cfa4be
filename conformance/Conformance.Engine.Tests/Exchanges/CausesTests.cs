using Conformance.Engine.Exchanges;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Exchanges;

public sealed class CausesTests
{
    private static readonly Operation Operation = SchemaCatalog
        .Embedded()
        .First(api => api.Name == "nova-act")
        .Operation("CreateWorkflowRun");

    private static readonly Expectation Invalid = Expectation.Rejected(Operation, ErrorCause.InvalidInput);

    [Theory]
    [InlineData(201, null, CauseKind.AcceptedInvalid, "acceptedInvalid")]
    [InlineData(422, null, CauseKind.WrongStatus, "wrongStatus/400/422")]
    [InlineData(500, "InternalServerException", CauseKind.WrongStatus, "wrongStatus/400/500")]
    public void WhatHasToBeRejectedAndIsNot(int status, string? error, CauseKind kind, string key)
    {
        var cause = Causes.Of(Operation, Invalid, Named(status, error));
        Assert.Equal((kind, key, 400), (cause.Kind, cause.Key, cause.ExpectedStatus));
    }

    [Theory]
    [InlineData(null, "rejectedValid/400")]
    [InlineData("ValidationException", "rejectedValid/400/ValidationException")]
    [InlineData("E-7f3a9c", "rejectedValid/400")]
    public void OnlyDocumentedNamesOfErrorsAreNamed(string? error, string key) =>
        Assert.Equal(key, Causes.Of(Operation, Expectation.Accepted, Named(400, error)).Key);

    [Fact]
    public void NoResponseIsNoDecision() =>
        Assert.Equal(
            "noResponse/timeout",
            Causes.Of(Operation, Invalid, Seen.Failure(TransportFailureKind.Timeout)).Key
        );

    [Fact]
    public void WithFurtherStatusesTheDocumentedOneStaysTheDocumentedOne()
    {
        Assert.Equal((400, false), (Invalid.Or(403).Documented, Invalid.Or(403).IsOfAcceptance));
        Assert.Equal((null, true), (Expectation.Accepted.Documented, Expectation.Accepted.IsOfAcceptance));
    }

    private static Exchange Named(int status, string? error) =>
        error is null ? Seen.Response(status) : Seen.Response(status, headers: new Header("X-Amzn-Errortype", error));
}
