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
        var result = Assert.Single(VerifierReport.Read(Answer($"[{one},{two},{three}]")));
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
        Assert.Throws<VerifierLostException>(() => VerifierReport.Read(new VerifierAnswer(2, json)));

    private static VerifierAnswer Answer(string mismatches) =>
        new(
            1,
            $$$"""{"interactionResults":[{"description":"a","result":"Error","mismatch":{"mismatches":{{{mismatches}}}}}]}"""
        );
}
