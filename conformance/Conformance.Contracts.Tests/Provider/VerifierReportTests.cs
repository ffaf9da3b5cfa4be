using Conformance.Contracts.Provider;

namespace Conformance.Contracts.Tests.Provider;

public sealed class VerifierReportTests
{
    private const string Status =
        """{"type":"StatusMismatch","expected":201,"actual":400,"mismatch":"expected 201 but was 400"}""";
    private const string Body =
        """{"type":"BodyMismatch","path":"$.a","expected":"1","actual":"2","mismatch":"Expected 2 to be 1"}""";
    private const string Header =
        """{"type":"HeaderMismatch","key":"Content-Type","mismatch":"Mismatch with header"}""";

    [Theory]
    [InlineData(Status, Body, Header)]
    [InlineData(Header, Body, Status)]
    public void MismatchesComeSortedWithTheStatusFirst(string one, string two, string three)
    {
        var result = Assert.Single(VerifierReport.Read(Response($"[{one},{two},{three}]")));
        Assert.False(result.IsOk);
        Assert.Equal(
            [
                "status: expected 201 but was 400",
                "$.a: Expected 2 to be 1",
                "header Content-Type: Mismatch with header",
            ],
            result.Mismatches.Select(m => m.ToString())
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"interactionResults":1}""")]
    public void NoResultsAreNoVerdict(string? json) =>
        Assert.Throws<VerifierLostException>(() => VerifierReport.Read(new VerifierResponse(2, json)));

    [Fact]
    public void LongTextsAreShortenedBeforeAnybodyReadsThem()
    {
        var value = new string('x', 900_000);
        var mismatch =
            $$"""{"type":"BodyMismatch","path":"$.a","expected":"1","actual":"{{value}}","mismatch":"Expected {{value}} to be 1"}""";
        var brief = VerifierReport.Brief(Response($"[{Status},{mismatch}]"));
        Assert.InRange(brief.Json!.Length, 1, 20_000);
        var result = Assert.Single(VerifierReport.Read(brief));
        Assert.Equal((1, "a", false), (brief.Code, result.Description, result.IsOk));
        Assert.Equal(["status", "$.a"], result.Mismatches.Select(m => m.Where));
        Assert.StartsWith("Expected xxx", result.Mismatches[1].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("[]")]
    public void WhatIsNoReportStaysAsItIs(string? beginning)
    {
        var response = new VerifierResponse(2, beginning is null ? null : beginning + new string(' ', 10_000));
        Assert.Same(response, VerifierReport.Brief(response));
    }

    private static VerifierResponse Response(string mismatches) =>
        new(
            1,
            $$$"""{"interactionResults":[{"description":"a","result":"Error","mismatch":{"mismatches":{{{mismatches}}}}}]}"""
        );
}
