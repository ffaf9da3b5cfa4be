using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>
/// Arrays of the fewest, of several and of the most items are accepted, of fewer or more rejected. In those that are
/// rejected all items are the one of a valid request, so that nothing but their number is wrong.
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
            AreRejected(
                test,
                subject,
                subject.Constraint.Limit + 1,
                subject.Constraint.Limit * 2,
                subject.Constraint.Limit + ManyMore
            ),
        takesValues: false
    );

    public static readonly Rule AcceptsSeveral = Rule.ForEach<TypeIs>(
            RequirementGroup.Value,
            "items/several/accepted",
            Side.Inside,
            (member, _) => $"{member.Path} of several items is accepted",
            (test, subject) => AreAccepted(test, subject, [3, 10]),
            applies: member => IsList(member) && CanBeMadeUp(member),
            takesValues: false
        )
        .OnNoClasses();

    public static readonly Rule ObservesRepeated = Rule.ForEach<TypeIs>(
            RequirementGroup.Observation,
            "items/repeated/observed",
            Side.Disputed,
            (member, _) => $"The response to {member.Path} that holds one item twice is recorded",
            RepeatedIsObserved,
            applies: IsList,
            takesValues: false
        )
        .Recorded()
        .OnNoClasses();

    /// <summary>Whether it may hold two items at least.</summary>
    private static bool IsList(Member member) =>
        member is { Kind: JsonKind.Array, Place: Place.Body } && MayHave(member, 2);

    private static bool MayHave(Member array, int count) =>
        (array.Find<MinItems>()?.Limit ?? 0) <= count && (array.Find<MaxItems>()?.Limit ?? int.MaxValue) >= count;

    /// <summary>Arrays of so many ordinary items, as far as their number is legal.</summary>
    private static Task<Finding> AreAccepted(TestSession test, Subject<TypeIs> subject, ImmutableArray<int> counts)
    {
        var (operation, member, _) = subject;
        return new AcceptanceCheck(
            () => test.Valid(operation, member),
            [
                .. counts
                    .Where(count => MayHave(member, count))
                    .Select(count => new Case(
                        $"items-{count}",
                        $"{member.Path}: {Items(count)}",
                        request => request.With(member, test.Session.Values.Items(member, count, test.NextDraw()))
                    )),
            ]
        )
        {
            Member = member,
        }.Run(test);
    }

    private static async Task<Finding> RepeatedIsObserved(TestSession test, Subject<TypeIs> subject)
    {
        var (operation, member, _) = subject;
        await test.Arrange(test.Valid(operation, member), "the control request: the item once");
        test.BeginCase();
        var request = test.Valid(operation, member);
        var says = $"{member.Path}: one item twice";
        var exchange = await test.Send(request.With(member, Repeated(request.At(member), 2)), says);
        return Finding.Observed(test.Observe("", "", says, exchange.InWords()));
    }

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
