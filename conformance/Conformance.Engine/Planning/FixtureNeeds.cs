using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Engine.Planning;

/// <summary>Which requirements hang on which fixtures.</summary>
internal static class FixtureNeeds
{
    private const string ItemName = "[]";

    /// <summary>
    /// The requirement with all that it needs: what a valid request of its operation can't be made without, its own
    /// member where only the configuration knows a value of it, and what its scenario asks for.
    /// </summary>
    public static PlannedRequirement OnFixtures(PlannedRequirement planned)
    {
        var own = planned.Facet?.Member;
        var asked = new[] { own, Alternatives.ChosenFor(planned.Operation, own) }.OfType<Member>().ToArray();
        return planned with
        {
            Needs =
            [
                .. planned
                    .Operation.Parameters.Concat(planned.Operation.Body)
                    .SelectMany(top => Known(top, asked))
                    .Concat(planned.Needs)
                    .Distinct(),
            ],
        };
    }

    /// <summary>Whether the configuration can name a value under this name.</summary>
    public static bool IsFixture(Api api, string name) =>
        api.Fixtures.Any(need => need.Name == name)
        || api.Operations.Any(o => o.RequestMembers().Any(m => m.Path == name));

    /// <summary>
    /// The members at or below this one that stand in every valid request which holds the members asked for, and whose
    /// values only the configuration knows.
    /// </summary>
    private static IEnumerable<string> Known(Member member, Member[] asked)
    {
        var isAskedFor = member.SelfAndBelow().Any(m => asked.Any(a => a.Path == m.Path));
        if (!isAskedFor && !member.IsRequired && member.Name != ItemName)
            return [];
        var below = member.Members.SelectMany(m => Known(m, asked));
        return member.Role == MemberRole.Known ? below.Prepend(member.Path) : below;
    }
}
