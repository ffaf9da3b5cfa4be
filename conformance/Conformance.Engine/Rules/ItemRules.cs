using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Arrays of the fewest and the most items are accepted, of fewer or more rejected. In those that are rejected all items are
/// the one of a valid request, so that nothing but their number is wrong.
/// </summary>
internal static class ItemRules
{
    private const int ManyMore = 10;

    public static readonly Rule AcceptsFewest = Rule.ForEach<MinItems>(
        RequirementGroup.Value,
        "minItems/accepted",
        Side.Inside,
        (member, min) => $"{member.Path} of {Items(min.Limit)}, the fewest allowed, is accepted",
        Violations.AreAccepted,
        applies: member => CanBeMadeUp(member) && !ValueSource.AllowsOneCount(member, member.Find<MinItems>()!)
    );

    public static readonly Rule AcceptsMost = Rule.ForEach<MaxItems>(
        RequirementGroup.Value,
        "maxItems/accepted",
        Side.Inside,
        (member, max) => $"{member.Path} of {Items(max.Limit)}, the most allowed, is accepted",
        Violations.AreAccepted,
        applies: member => CanBeMadeUp(member) && !ValueSource.AllowsOneCount(member, member.Find<MaxItems>()!)
    );

    public static readonly Rule RejectsTooFew = Rule.ForEach<MinItems>(
        RequirementGroup.Value,
        "minItems/rejected",
        Side.Outside,
        (member, min) => $"{member.Path} of fewer than {Items(min.Limit)} is rejected",
        (test, subject) => AreRejected(test, subject, subject.Constraint.Limit - 1, 0),
        applies: member => member.Find<MinItems>() is { Limit: > 0 },
        takesValues: false
    );

    public static readonly Rule RejectsTooMany = Rule.ForEach<MaxItems>(
        RequirementGroup.Value,
        "maxItems/rejected",
        Side.Outside,
        (member, max) => $"{member.Path} of more than {Items(max.Limit)} is rejected",
        (test, subject) =>
            AreRejected(test, subject, subject.Constraint.Limit + 1, subject.Constraint.Limit + ManyMore),
        takesValues: false
    );

    private static Task<Finding> AreRejected<TConstraint>(
        TestSession test,
        Subject<TConstraint> subject,
        params int[] counts
    )
        where TConstraint : Constraint
    {
        var (operation, member, _) = subject;
        return new RejectionCheck(
            () => test.Valid(operation, member),
            [
                .. counts
                    .Distinct()
                    .Select(count => new Case(
                        $"items-{count}",
                        $"{member.Path}: {Items(count)}",
                        request => request.With(member, Repeated(request.At(member), count))
                    )),
            ],
            Violations.ExpectedOf(operation, member)
        )
        {
            Member = member,
        }.Run(test);
    }

    /// <summary>Whether no item names what has to exist on the target.</summary>
    private static bool CanBeMadeUp(Member array) =>
        array.SelfAndBelow().All(m => m is { Role: MemberRole.Plain, IsLookedUp: false, KeyedBy: null });

    private static JsonArray Repeated(JsonValue? array, int count) =>
        new([.. Enumerable.Repeat(array is JsonArray { Items: [var first, ..] } ? first : JsonValue.Null, count)]);

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";
}
