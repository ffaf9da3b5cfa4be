using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Arrays of fewer or more items than allowed are rejected. All items are the one of a valid request, so that nothing but
/// their number is wrong.
/// </summary>
internal static class ItemRules
{
    private const int ManyMore = 10;

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

    private static JsonArray Repeated(JsonValue? array, int count) =>
        new([.. Enumerable.Repeat(array is JsonArray { Items: [var first, ..] } ? first : JsonValue.Null, count)]);

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";
}
