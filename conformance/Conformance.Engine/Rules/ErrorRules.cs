using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>A documented error comes with its status, its name, its content type and its members.</summary>
internal static class ErrorRules
{
    public static readonly Rule ReturnsDocumentedStatus = new(
        "error/{name}/status",
        operation =>
            from error in Provocations.Certain(operation)
            select Plan(
                operation,
                error,
                "status",
                error.Level,
                error.Source,
                $"{error.Name} is sent with status {error.Status}",
                $"status {error.Status}",
                exchange =>
                    IsRight(exchange, error, operation)
                        ? CheckResult.At(null)
                        : CheckResult.At(
                            exchange.InWords(),
                            Causes.Of(operation, Expectation.Rejected(operation, error.Cause), exchange)
                        ),
                isStatus: true
            )
    );

    public static readonly Rule NamesTheError = new(
        "error/{name}/name",
        operation =>
            from place in new[] { operation.ErrorName }.OfType<ErrorNamePlace>()
            from error in Provocations.Provokable(operation)
            select Plan(
                operation,
                error,
                "name",
                place.Level,
                place.Source,
                $"The error's name {error.Name} is in {InWords(place)}",
                error.Name,
                exchange =>
                    ErrorName.Of(exchange, place) is var name && name is null && exchange.Unread() is { } limit
                        ? CheckResult.NotRead(limit)
                        : CheckResult.At(
                            name == error.Name ? null : name ?? "no error name",
                            Causes.ErrorName(operation, error.Name, exchange)
                        )
            )
    );

    public static readonly Rule ReturnsJson = new(
        "error/{name}/content-type",
        operation =>
            from error in Provocations.Provokable(operation)
            where error.BodyIs is not null && operation.Success.HasBody
            select Plan(
                operation,
                error,
                "content-type",
                Level.Should,
                error.BodyIs!.Source,
                $"{error.Name} is sent as {operation.Success.ContentType}",
                $"content type {operation.Success.ContentType}",
                exchange =>
                    exchange.StreamedError is null
                        ? CheckResult.At(
                            MediaType.Problem(exchange.Response!, operation.Success.ContentType),
                            new Cause(CauseKind.WrongContentType)
                        )
                        : default
            )
    );

    public static readonly Rule ReturnsDocumentedMembers = new(
        "error/{name}/{member}/{constraint}",
        operation =>
            from error in Provocations.Provokable(operation)
            from member in error.Members.Where(m => m.Place == Place.Body).SelectMany(m => m.SelfAndBelow())
            from constraint in member.Constraints
            where constraint is not Optional and not TypeIs { Kind: JsonKind.Any }
            select Plan(
                operation,
                error,
                $"{member.Path}/{constraint.Keyword}",
                constraint.Level,
                constraint.Source,
                $"The {member.Path} of {error.Name} {ConstraintWords.Of(constraint)}",
                $"{member.Path} that {ConstraintWords.Of(constraint)}",
                exchange => ResponseMembers.At(exchange, error.Members, member, constraint)
            )
    );

    private static string InWords(ErrorNamePlace place) =>
        (place.Header, place.Members) switch
        {
            ({ } header, []) => $"the header {header}",
            ({ } header, _) => $"the header {header} or in the body",
            _ => $"the body's {string.Join(" or ", place.Members)}",
        };

    /// <summary>Whoever may not know that a flow exists may be denied it: 403 is documented too.</summary>
    private static bool IsRight(Exchange exchange, ErrorResponse error, Operation operation) =>
        exchange.EffectiveStatus() is { } status
        && (
            status == error.Status
            || (
                error.Cause == ErrorCause.NotFound
                && operation.Parameters.Any(p => p.Role == MemberRole.Known)
                && status == operation.ErrorFor(ErrorCause.AccessDenied)?.Status
            )
        );

    private static PlannedRequirement Plan(
        Operation operation,
        ErrorResponse error,
        string name,
        Level level,
        Citation source,
        string says,
        string expected,
        Func<Exchange, CheckResult> look,
        bool isStatus = false
    ) =>
        new(
            new Requirement(
                $"{operation.Api}/{operation.Id}/error/{error.Name}/{name}",
                operation.Api,
                operation.Id,
                RequirementGroup.Error,
                level,
                [source],
                says + ".",
                []
            ),
            operation,
            test => Test(test, error, expected, look, isStatus)
        )
        {
            Responses = OfEveryError(operation, error, expected, look),
        };

    /// <summary>
    /// The same of any error that says it is this one, wherever it is seen. Nothing but its name tells it from one of the
    /// protocol or of the web server.
    /// </summary>
    private static ResponseCheck OfEveryError(
        Operation operation,
        ErrorResponse error,
        string expected,
        Func<Exchange, CheckResult> look
    ) =>
        new(expected, exchange => ErrorName.Of(exchange, operation.ErrorName) == error.Name ? look(exchange) : default)
        {
            IsAboutErrors = true,
        };

    private static async Task<Finding> Test(
        TestSession test,
        ErrorResponse error,
        string expected,
        Func<Exchange, CheckResult> look,
        bool isStatus
    )
    {
        if (SeenBefore.Wrong(test, expected) is { } wrong)
            return wrong;
        var (responses, judged) = (0, 0);
        await test.Arrange(test.Valid(test.Operation), "a request with nothing wrong");
        foreach (var provocation in Provocations.Of(test, error.Cause))
        {
            // What others provoke is looked at as well: a small budget need not provoke it all again for each part of an error.
            if (!isStatus && judged > 0 && test.Session.Profile.Thoroughness.IsSparing)
                break;
            test.BeginCase();
            var exchange = await provocation.Send();
            // That a wrong request is accepted is for the requirement of what it breaks to say: there is no error to judge.
            if (exchange.SaysNothing() || exchange.IsAccepted())
                continue;
            if (!isStatus && exchange.EffectiveStatus() != error.Status)
                continue;
            responses++;
            var seen = look(exchange);
            if (seen.IsShown)
                judged++;
            if (seen.Problem is { } actual)
                return test.Fails($"the response to {provocation.Says}", expected, actual, judged, seen.Cause);
            if (seen.Unread is { } limit)
                return Finding.Errored(UnreadResponseException.InWords(limit), judged, new(CauseKind.LimitOfTheKit));
        }
        return judged > 0 ? Finding.Passed(judged)
            : responses > 0 ? Finding.Skipped(SkipReason.NotApplicable, "no response holds what this is about")
            : Unprovoked(test, error);
    }

    private static Finding Unprovoked(TestSession test, ErrorResponse error) =>
        Provocations.Certain(test.Operation).Contains(error)
            ? Finding.Skipped(SkipReason.NotIsolated, $"no request got {error.Status} {error.Name}")
            : Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"a token with other parameters does not get {error.Status} {error.Name}"
            );
}
