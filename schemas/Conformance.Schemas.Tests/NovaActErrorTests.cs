namespace Conformance.Schemas.Tests;

/// <summary>The errors of Nova Act, by hand: statuses from D0, required members from the service model.</summary>
public sealed class NovaActErrorTests
{
    private static readonly Api Api = Files.NovaAct();

    /// <summary>name | status | cause | level | citation | members, required ones with ! | headers</summary>
    private const string Shared = """
        AccessDeniedException | 403 | AccessDenied | Must | D0:109 | message! |
        ConflictException | 409 | Conflict | Must | D0:127 | message! resourceId! resourceType! |
        ThrottlingException | 429 | Throttled | Must | D0:185 | message! quotaCode serviceCode | Retry-After
        InternalServerException | 500 | Internal | Must | D0:145 | message! reason | Retry-After
        ValidationException | 400 | InvalidInput | Must | D0:203 | message! reason! fieldList |
        """;

    private const string NotFound =
        "ResourceNotFoundException | 404 | NotFound | Must | D0:163 | message! resourceId! resourceType! |";

    private const string Quota =
        "ServiceQuotaExceededException | 402 | QuotaExceeded | Should | aws-model "
        + "| message! resourceId! resourceType! serviceCode! quotaCode! |";

    [Theory]
    [InlineData("CreateWorkflowDefinition", Quota)]
    [InlineData("CreateWorkflowRun", NotFound)]
    public void EveryErrorHasItsStatusAndMembers(string operation, string itsOwn) =>
        Assert.Equal(
            NovaActTests.Lines(Shared).Append(itsOwn).Order(),
            Api.Operation(operation).Errors.Select(Row).Order()
        );

    [Fact]
    public void WhatIsSaidOfAnErrorsMembersIsOnlyEverAWarning() =>
        Assert.All(
            Api.Operations.SelectMany(o => o.Errors).SelectMany(e => e.Members.Concat(e.Headers)),
            member =>
                Assert.All(
                    member.SelfAndBelow().SelectMany(m => m.Constraints),
                    c => Assert.Equal(Level.Should, c.Level)
                )
        );

    [Fact]
    public void AValidationErrorListsFieldsWithNameAndMessage()
    {
        var error = Api.Operation("CreateWorkflowRun").ErrorFor(ErrorCause.InvalidInput)!;
        string[] expected = ["fieldList", "fieldList[]", "fieldList[].name", "fieldList[].message"];
        Assert.Equal(expected, error.Members.Single(m => m.Name == "fieldList").SelfAndBelow().Select(m => m.Path));
        var reason = error.Members.Single(m => m.Name == "reason").Find<OneOf>()!;
        Assert.Equal(["FieldValidationFailed", "InvalidStatus", "GuardrailIntervened"], reason.Values);
    }

    private static string Row(ErrorResponse e)
    {
        var members = string.Join(' ', e.Members.Select(m => m.IsRequired ? $"{m.Name}!" : m.Name));
        var headers = string.Join(' ', e.Headers.Select(h => h.Name));
        return $"{e.Name} | {e.Status} | {e.Cause} | {e.Level} | {e.Source} | {members} | {headers}".TrimEnd();
    }
}
