using System.Globalization;

namespace Conformance.Reports.Text;

/// <summary>A cause in words, for the heading of all that has it.</summary>
internal static class CauseWords
{
    /// <summary>A few words without a full stop, beginning with a capital.</summary>
    public static string Of(Cause cause) =>
        cause.Kind switch
        {
            CauseKind.AcceptedInvalid => $"Accepted though invalid{In(cause.Rule)}",
            CauseKind.RejectedValid => $"Rejected though valid{With(cause.Status, cause.Error)}{In(cause.Rule)}",
            CauseKind.WrongStatus => $"Status {Number(cause.Status)} instead of {Number(cause.ExpectedStatus)}",
            CauseKind.WrongErrorName =>
                $"Error named {cause.Error ?? "otherwise or not at all"} instead of {cause.ExpectedError}",
            CauseKind.WrongContentType => "Wrong content type",
            CauseKind.MemberMissing => $"Member {cause.Member} missing from the response",
            CauseKind.MemberWrong => $"Member {cause.Member} of the response breaks {cause.Constraint}",
            CauseKind.BodyNotJson => "Body is no JSON object",
            CauseKind.NoResponse => $"No response{How(cause.Failure)}",
            CauseKind.SecondResource => $"A second resource made{In(cause.Rule)}",
            CauseKind.OtherBehaviour => $"Other behaviour than documented{In(cause.Rule)}",
            CauseKind.ContractNotMet => "Contract not met",
            CauseKind.ControlRejected => $"Control request rejected{With(cause.Status, cause.Error)}",
            CauseKind.FixtureMissing => $"Fixture missing{In(cause.Fixtures)}",
            CauseKind.LostByChance => $"Lost by chance{How(cause.Failure)}",
            CauseKind.GivenUp => "Given up: the target leaves such requests without a response",
            CauseKind.LimitOfTheTarget => "A limit of the target",
            CauseKind.LimitOfTheKit => "A limit of the kit",
            CauseKind.ConflictWithItself => "A request sent again conflicts with itself",
            _ => "The kit failed",
        };

    private static string In(string? subject) => subject is null ? "" : $": {subject}";

    private static string With(int? status, string? error) =>
        status is null ? "" : $" with {string.Join(' ', new[] { Number(status), error }.OfType<string>())}";

    private static string How(TransportFailureKind? failure) => failure is { } kind ? $": {Words.Of(kind)}" : "";

    private static string Number(int? status) =>
        status?.ToString(CultureInfo.InvariantCulture) ?? "one that is documented";
}
