using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>An accepted request gets the documented status, content type and members.</summary>
internal static class ResponseRules
{
    public static readonly Rule ReturnsDocumentedStatus = new(
        "response/status-code",
        operation =>
            [
                Plan(
                    operation,
                    "status-code",
                    operation.Success.StatusLevel,
                    operation.Success.StatusSource,
                    $"An accepted {operation.Id} gets {Status(operation.Success)}.",
                    Status(operation.Success),
                    exchange =>
                        CheckResult.At(
                            IsRight(exchange, operation.Success) ? null : exchange.InWords(),
                            new Cause(CauseKind.WrongStatus)
                            {
                                ExpectedStatus = operation.Success.IsAnySuccess ? null : operation.Success.Status,
                                Status = exchange.EffectiveStatus(),
                            }
                        )
                ),
            ]
    );

    public static readonly Rule ReturnsDocumentedContentType = new(
        "response/content-type",
        operation =>
            // What a stream is sent as belongs to its own behaviours: there are two media types for it.
            operation.Success.Stream
                is not null
            || !operation.Success.HasBody
                ? []
                :
                [
                    Plan(
                        operation,
                        "content-type",
                        operation.Success.ContentTypeLevel,
                        operation.Success.ContentTypeSource,
                        $"An accepted {operation.Id} gets content type {operation.Success.ContentType}.",
                        $"content type {operation.Success.ContentType}",
                        exchange =>
                            CheckResult.At(
                                MediaType.Problem(exchange.Response!, operation.Success.ContentType),
                                new Cause(CauseKind.WrongContentType)
                            )
                    ),
                ]
    );

    public static readonly Rule ReturnsDocumentedMembers = new(
        "response/{member}/{constraint}",
        operation =>
            from responded in Responded(operation)
            let member = responded.Member
            from constraint in member.Constraints
            where constraint is not Optional and not TypeIs { Kind: JsonKind.Any }
            let planned = Plan(
                operation,
                $"{member.Path}/{constraint.Keyword}",
                constraint.Level,
                constraint.Source,
                $"The response's {member.Path} {ConstraintWords.Of(constraint)}.",
                $"{member.Path} that {ConstraintWords.Of(constraint)}",
                exchange => responded.Look(exchange, constraint)
            )
            select planned with
            {
                Requirement = planned.Requirement with
                {
                    Member = member.Path,
                    Interpretations = constraint.InterpretationIds,
                },
            }
    );

    /// <summary>A member of the response, and how it is looked at.</summary>
    private sealed record ResponseMember(Member Member, Func<Exchange, Constraint, CheckResult> Look);

    /// <summary>The members of the response's body, or of the events in which every stream that goes well shows them.</summary>
    private static IEnumerable<ResponseMember> Responded(Operation operation)
    {
        var success = operation.Success;
        foreach (var member in success.Members.SelectMany(m => m.SelfAndBelow()))
            yield return new(member, (exchange, c) => ResponseMembers.At(exchange, success.Members, member, c));
        foreach (
            var kind in success.Stream?.Events.Where(e => e.Role is EventRole.Output or EventRole.Completion) ?? []
        )
        foreach (var member in kind.Members.SelectMany(m => m.SelfAndBelow()))
            yield return new(member, (exchange, c) => ResponseMembers.InEvents(exchange, kind, member, c));
    }

    private static string Status(SuccessResponse success) =>
        success.IsAnySuccess ? "a status from 200 to 299" : $"status {success.Status}";

    private static bool IsRight(Exchange exchange, SuccessResponse success) =>
        success.IsAnySuccess ? exchange.IsAccepted() : exchange.Response!.Status == success.Status;

    private static PlannedRequirement Plan(
        Operation operation,
        string name,
        Level level,
        Citation source,
        string says,
        string expected,
        Func<Exchange, CheckResult> look
    ) =>
        new(Requirement(operation, name, level, source, says), operation, test => Test(test, expected, look))
        {
            Responses = new ResponseCheck(expected, look),
        };

    private static Requirement Requirement(
        Operation operation,
        string name,
        Level level,
        Citation source,
        string says
    ) =>
        new(
            $"{operation.Api}/{operation.Id}/response/{name}",
            operation.Api,
            operation.Id,
            RequirementGroup.Response,
            level,
            [source],
            says,
            []
        );

    /// <summary>
    /// Looks at the responses to the smallest and to the fullest valid request, after what all responses before have shown.
    /// </summary>
    private static async Task<Finding> Test(TestSession test, string expected, Func<Exchange, CheckResult> look)
    {
        if (SeenBefore.Wrong(test, expected) is { } wrong)
            return wrong;
        var (cases, judged) = (0, 0);
        for (var round = 0; round < test.Session.Profile.Rounds; round++)
        {
            foreach (var (request, says) in Requests(test))
            {
                test.BeginCase();
                cases++;
                var exchange = await test.Arrange(request, says);
                var seen = look(exchange);
                if (seen.IsShown)
                    judged++;
                if (seen.Problem is { } actual)
                    return test.Fails($"the response to {says}", expected, actual, cases, seen.Cause);
                if (seen.Unread is { } limit)
                    return Finding.Errored(UnreadResponseException.InWords(limit), cases, new(CauseKind.LimitOfTheKit));
            }
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotApplicable, "no response holds what this is about", cases);
    }

    private static IEnumerable<(RequestDraft Request, string Says)> Requests(TestSession test)
    {
        yield return (test.Valid(test.Operation), "a valid request with the required members");
        // The responses to all that others send are looked at as well.
        if (test.Session.Profile.Thoroughness.IsSparing)
            yield break;
        yield return (test.FullOfSureValues(test.Operation), "a valid request with every member");
    }
}
