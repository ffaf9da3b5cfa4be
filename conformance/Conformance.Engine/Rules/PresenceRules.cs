using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>A request without a required member is rejected, one without an optional member is accepted.</summary>
internal static class PresenceRules
{
    public static readonly Rule RejectsMissing = Rule.ForEach<Required>(
        RequirementGroup.Presence,
        "required/rejected",
        Side.Outside,
        (member, _) => $"A request without {member.Path} is rejected",
        (test, subject) =>
            new RejectionCheck(
                () => test.Valid(subject.Operation, subject.Member),
                [
                    Case.LeavingOut(subject.Member),
                    .. NothingAround(subject.Operation, subject.Member),
                    .. AmongItems.Of(subject.Operation, subject.Member, [Case.LeavingOut(subject.Member)]),
                ],
                Violations.ExpectedOf(subject.Operation, subject.Member)
            )
            {
                Member = subject.Member,
            }.Run(test),
        takesValues: false
    );

    public static readonly Rule RejectsNull = Rule.ForEach<Required>(
        RequirementGroup.Presence,
        "required/null-rejected",
        Side.Outside,
        (member, _) => $"{member.Path} given as null is rejected",
        Violations.AreRejected,
        applies: member => member.Place == Place.Body && member.Kind != JsonKind.Any
    );

    /// <summary>The object that the member lives in, with nothing in it: many take that for an object left out.</summary>
    private static IEnumerable<Case> NothingAround(Operation operation, Member member) =>
        operation
            .Body.SelectMany(top => top.SelfAndBelow())
            .Where(parent => parent is { Kind: JsonKind.Object } && parent.Members.Count(m => m.IsRequired) == 1)
            .Where(parent => parent.Members.Any(m => m.Path == member.Path))
            .Select(parent => new Case(
                "nothing-around",
                $"{parent.Path} with nothing in it",
                request => request.With(parent, JsonObject.Empty)
            ));

    public static readonly Rule AcceptsMissing = Rule.ForEach<Optional>(
        RequirementGroup.Presence,
        "optional/accepted",
        Side.Inside,
        (member, _) => $"A request without {member.Path} is accepted",
        (test, subject) =>
            new AcceptanceCheck(() => test.Valid(subject.Operation, subject.Member), [Case.LeavingOut(subject.Member)])
            {
                Member = subject.Member,
            }.Run(test),
        takesValues: false
    );
}
