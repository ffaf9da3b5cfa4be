using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Members that name what has to exist on the target already. A legal value that the target does not know is no failure:
/// in the URI it is not found, in the body it is rejected like an ill-formed one.
/// </summary>
internal static class KnownNames
{
    private const int MostTries = 32;

    /// <summary>Whether the member is such a name, or part of one.</summary>
    public static bool Hold(Operation operation, Member member) =>
        operation.RequestMembers().Any(m => m.Role == MemberRole.Known && m.SelfAndBelow().Contains(member));

    /// <summary>Whether legal values at the edges of a length show anything: in the body, unknown ones are rejected anyway.</summary>
    public static bool ShowLengths(Member member) => member is not { Role: MemberRole.Known, Place: Place.Body };

    /// <summary>Whether a target has to take this legal value, or to say that it finds nothing of the name.</summary>
    public static bool MayBeTried(Operation operation, Member member, JsonValue value) =>
        !Hold(operation, member) || (member.Place == Place.Path && IsPlain(value));

    /// <summary>
    /// In the URI, legal values are found or not found, but never rejected as ill-formed; in the body the configured one is
    /// accepted.
    /// </summary>
    public static Task<Finding> AreAccepted<TConstraint>(TestSession test, Subject<TConstraint> subject)
        where TConstraint : Constraint
    {
        var (operation, member, constraint) = subject;
        if (member.Place == Place.Body)
        {
            test.Tried.NoteNoOthers("the target need not know any value but the one that the configuration names");
            return new AcceptanceCheck(
                () => test.Valid(operation, member),
                [new Case("configured", $"{member.Path} as the configuration gives it", request => request)]
            )
            {
                Member = member,
                // No value but this one can be tried, so that its rejection is about the member whatever the constraint.
                Without = constraint is TypeIs || !member.IsRequired ? () => test.Without(member) : null,
            }.Run(test);
        }
        test.Tried.NoteNoOthers(
            "an ARN also names an account and a region, which a target may reject for their own sake"
        );
        var samples = test.Session.Values.JustInside(member, constraint, test.Tried.From(test.NextDraw()));
        return new RejectionCheck(
            () => test.Valid(operation, member),
            [.. test.PromotedBefore(samples).Where(s => IsPlain(s.Value)).Select(s => Case.Setting(member, s))],
            Expectation.Accepted.Or(NotFoundOrDenied(operation))
        )
        {
            Member = member,
            Smaller = sample => test.Session.Values.Shrink(member, constraint, sample),
            Alike = sample => test.Session.Values.Alike(member, constraint, sample),
        }.Run(test);
    }

    /// <summary>
    /// The configured name with more around it, that no interpretation of its pattern allows: who cuts or trims names would find it.
    /// </summary>
    public static IEnumerable<Sample> NearMisses(TestSession test, Member member, Constraint constraint)
    {
        if (
            member.Role != MemberRole.Known
            || constraint is not Pattern
            || test.Session.Fixtures.TextFor(member.Path) is not { } known
        )
            return [];
        var positions = test.Session.Values.PositionsOn(member, constraint);
        return new Sample[]
        {
            new(new JsonText($"{known}-"), "known-hyphen", "the configured one with a hyphen behind"),
            new(new JsonText($"{known}-x1"), "known-more", "the configured one with -x1 behind"),
            new(new JsonText($"{known} "), "known-space", "the configured one with a space behind"),
            new(new JsonText($"{known}\t"), "known-tab", "the configured one with a tab behind"),
            new(new JsonText($"{known}\0"), "known-nul", "the configured one with a NUL behind"),
            new(new JsonText($"{known}\u200B"), "known-invisible", "the configured one with a zero-width space behind"),
            new(new JsonText($"{known}%20"), "known-octet", "the configured one with %20 behind, as text"),
            new(new JsonText($" {known}"), "space-known", "the configured one with a space in front"),
        }.Where(sample => positions.All(position => !position.Accepts(sample.Value)));
    }

    /// <summary>A legal value that the target can't know.</summary>
    /// <exception cref="CannotArrangeException">Chance gave none.</exception>
    public static JsonValue Unknown(TestSession test, Member member)
    {
        var configured = test.Session.Fixtures.For(member.Path);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var value = test.Session.Values.Ordinary(member, test.NextDraw()).Value;
            if (IsPlain(value) && !value.Equals(configured))
                return value;
        }
        throw new CannotArrangeException(
            SkipReason.NotIsolated,
            $"no value of {member.Path} came up that the target can't know"
        );
    }

    /// <summary>An ARN also names an account and a region, which a target may reject for their own sake.</summary>
    private static bool IsPlain(JsonValue value) => value is JsonText text && !text.Value.Contains(':');

    private static int[] NotFoundOrDenied(Operation operation) =>
        operation.ErrorFor(ErrorCause.NotFound) is { } error ? [403, error.Status] : [403, 404];
}
