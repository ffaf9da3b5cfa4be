using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>One change to a valid request.</summary>
/// <param name="Label">Stable name of the change: <c>length-101</c>.</param>
/// <param name="Says">What it is, for people: <c>101 characters, one over the maximum</c>.</param>
/// <param name="Apply">Makes the change.</param>
public sealed record Case(string Label, string Says, Func<RequestDraft, RequestDraft> Apply)
{
    /// <summary>Class of the values that an earlier run has left.</summary>
    public const string PromotedKind = "promoted";

    /// <summary>The value that is sent, for cases that set one.</summary>
    public Sample? Sample { get; init; }

    /// <summary>Name of the class of values that it stands for.</summary>
    public string Class => Sample?.Kind ?? Label;

    /// <summary>Whether it comes from an earlier run, and not from this run's seed.</summary>
    public bool IsPromoted => Class == PromotedKind;

    /// <summary>The case that sets this member to this value.</summary>
    public static Case Setting(Member member, Sample sample) =>
        new(sample.Class, $"{member.Path}: {sample.Says}", request => request.With(member, sample.Value))
        {
            Sample = sample,
        };

    /// <summary>The case that leaves this member out.</summary>
    public static Case LeavingOut(Member member) =>
        new("missing", $"without {member.Path}", request => request.Without(member));
}
