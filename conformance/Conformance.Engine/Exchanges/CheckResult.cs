using Conformance.Reports;

namespace Conformance.Engine.Exchanges;

/// <summary>What a response says of one duty.</summary>
/// <param name="IsShown">Whether it says anything: the pattern of a member that is absent shows nothing.</param>
/// <param name="Problem">What is wrong, in words; null where nothing is.</param>
public readonly record struct CheckResult(bool IsShown, string? Problem)
{
    /// <summary>What is wrong, as data; null where nothing is, or where it is that the behaviour looked at is not met.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Something that every response shows.</summary>
    public static CheckResult At(string? problem, Cause? cause = null) =>
        new(true, problem) { Cause = problem is null ? null : cause };

    /// <summary>
    /// The limit of the kit that kept it from looking, in words that follow "a response"; null where it could look. That is
    /// never the target's fault.
    /// </summary>
    public string? Unread { get; init; }

    /// <summary>Something that a limit of the kit keeps from being seen.</summary>
    public static CheckResult NotRead(string limit) => new(false, null) { Unread = limit };

    /// <summary>The problem where there is one; else what the limit kept from being seen, if there was one.</summary>
    public CheckResult Within(string? limit) => Problem is null && limit is not null ? NotRead(limit) : this;
}
