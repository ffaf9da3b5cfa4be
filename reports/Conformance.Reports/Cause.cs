using System.Globalization;
using System.Text.Json;

namespace Conformance.Reports;

/// <summary>
/// Why a requirement is not passed, as data: a kind and the few facts of that kind. It holds nothing that differs from run to
/// run (no seed, run id, random value or text of the target), so that equal faults have equal causes wherever they show.
/// </summary>
/// <param name="Kind">What kind of cause it is.</param>
public sealed record Cause(CauseKind Kind)
{
    /// <summary>
    /// The rule or behaviour that is not met, the same for every operation and member: <c>maxLength/rejected</c>.
    /// </summary>
    public string? Rule { get; init; }

    /// <summary>Path of the member that is missing, wrong or to be named.</summary>
    public string? Member { get; init; }

    /// <summary>Keyword of the constraint that a response's member breaks: <c>pattern</c>.</summary>
    public string? Constraint { get; init; }

    /// <summary>The status that is documented; null where several are right.</summary>
    public int? ExpectedStatus { get; init; }

    /// <summary>The status that came.</summary>
    public int? Status { get; init; }

    /// <summary>The error's name that is documented.</summary>
    public string? ExpectedError { get; init; }

    /// <summary>The error's name that came, where the operation documents it; null where none or another came.</summary>
    public string? Error { get; init; }

    /// <summary>How a request got no response.</summary>
    public TransportFailureKind? Failure { get; init; }

    /// <summary>Names of the fixtures that are missing.</summary>
    public string? Fixtures { get; init; }

    /// <summary>
    /// Equal for causes that are one: what failed for the same key is most likely mended by the same change. Made of the
    /// kind and those of its facts that tell causes apart; a rule on many members of a request is one.
    /// </summary>
    public string Key => string.Join('/', Facts().Where(fact => fact.Length > 0).Prepend(CamelCase(Kind)));

    private string[] Facts() =>
        Kind switch
        {
            CauseKind.AcceptedInvalid or CauseKind.SecondResource or CauseKind.OtherBehaviour => [Rule ?? ""],
            CauseKind.RejectedValid => [Rule ?? "", Text(Status), Error ?? ""],
            CauseKind.WrongStatus => [Text(ExpectedStatus), Text(Status)],
            CauseKind.WrongErrorName => [ExpectedError ?? "", Error ?? ""],
            CauseKind.MemberMissing => [Member ?? ""],
            CauseKind.MemberWrong => [Member ?? "", Constraint ?? ""],
            CauseKind.NoResponse or CauseKind.LostByChance => [Failure is { } failure ? CamelCase(failure) : ""],
            CauseKind.ControlRejected => [Text(Status), Error ?? ""],
            CauseKind.FixtureMissing => [Fixtures ?? ""],
            _ => [],
        };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string CamelCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>The kinds of causes.</summary>
public enum CauseKind
{
    /// <summary>Failed: an invalid request was accepted.</summary>
    AcceptedInvalid,

    /// <summary>Failed: a valid request was rejected.</summary>
    RejectedValid,

    /// <summary>Failed: the right decision, with another status than documented.</summary>
    WrongStatus,

    /// <summary>Failed: an error under another name than documented, or under none.</summary>
    WrongErrorName,

    /// <summary>Failed: another content type than documented, or none.</summary>
    WrongContentType,

    /// <summary>Failed: a response lacks a member.</summary>
    MemberMissing,

    /// <summary>Failed: a response's member breaks a constraint.</summary>
    MemberWrong,

    /// <summary>Failed: a response's body is no JSON object.</summary>
    BodyNotJson,

    /// <summary>Failed: this request alone gets no response.</summary>
    NoResponse,

    /// <summary>Failed: a second resource was made.</summary>
    SecondResource,

    /// <summary>Failed: the target behaves otherwise than documented; the rule says in what.</summary>
    OtherBehaviour,

    /// <summary>Failed: a contract is not met.</summary>
    ContractNotMet,

    /// <summary>Skipped: the control request was rejected.</summary>
    ControlRejected,

    /// <summary>Skipped: the configuration names no fixture that is needed.</summary>
    FixtureMissing,

    /// <summary>Errored: requests got no response by chance, or nothing got one any more.</summary>
    LostByChance,

    /// <summary>Errored: given up, since the target leaves such requests without a response.</summary>
    GivenUp,

    /// <summary>Errored: a limit of the target, such as a rate or a quota.</summary>
    LimitOfTheTarget,

    /// <summary>Errored: a limit of the kit kept it from reading a response.</summary>
    LimitOfTheKit,

    /// <summary>Errored: a request that was sent again conflicts with itself.</summary>
    ConflictWithItself,

    /// <summary>Errored: the kit failed.</summary>
    KitFault,
}
