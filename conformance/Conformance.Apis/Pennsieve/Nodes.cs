using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>Inputs for nodes that the workflow definition does not have.</summary>
internal static class Nodes
{
    /// <summary>The members that are keyed by nodes.</summary>
    public static readonly ImmutableArray<string> Keyed = ["dataSources", "dataTargets", "processorParams", "tags"];

    /// <summary>Each entry has to match a node of the definition (D2:32), wherever it stands and in either mode.</summary>
    public static Func<TestSession, Task<Finding>> RejectUnknown(string member) =>
        test => InEitherMode.Reject(test, member, Cases(test, member));

    /// <summary>Of these the document only says what they are keyed by: rejected (expected) or ignored.</summary>
    public static Func<TestSession, Task<Finding>> ObserveUnknown(string member) =>
        async test =>
        {
            var request = Behind(test, Runs.With(test, member), member);
            var exchange = await test.Send(request, Says(test, member));
            return Finding.Observed(
                test.Observe("", InterpretationTopic.UnknownKey, Says(test, member), exchange.InWords())
            );
        };

    private static ImmutableArray<Case> Cases(TestSession test, string path)
    {
        var says = Says(test, path);
        var others = OfOtherKinds(test, path)
            .Select(id => new Case(
                "other-kind",
                $"{path} with an entry for {id}, which is a node of another kind",
                request => With(test, request, path, (known, first) => known.Add(first with { Name = id }))
            ));
        return
        [
            new("unknown-node", says, request => Behind(test, request, path)),
            new(
                "unknown-first",
                $"{says}, before the others",
                r => With(test, r, path, (known, first) => known.Insert(0, first with { Name = MadeUp(test) }))
            ),
            new(
                "unknown-longer",
                $"{says}, though its id begins as a known one",
                r =>
                    With(
                        test,
                        r,
                        path,
                        (known, first) => known.Add(first with { Name = $"{first.Name}-{MadeUp(test)}" })
                    )
            ),
            new(
                "unknown-alone",
                $"{says}, and no other",
                r => With(test, r, path, (_, first) => [first with { Name = MadeUp(test) }])
            ),
            .. others,
            Several(test, path) ? Between(test, path, says) : Around(test, path, says),
        ];
    }

    private static bool Several(TestSession test, string path) => IdsOf(test, path).Skip(1).Any();

    /// <summary>Whoever looks at the ends alone takes it.</summary>
    private static Case Between(TestSession test, string path, string says) =>
        new(
            "unknown-between",
            $"{says}, between known ones",
            r => With(test, r, path, (known, first) => known.Insert(1, first with { Name = MadeUp(test) }))
        );

    /// <summary>An object has no entry twice, so that one alone stands between others at most.</summary>
    private static Case Around(TestSession test, string path, string says) =>
        new(
            "unknown-around",
            $"{says}, before and behind the known one",
            r =>
                With(
                    test,
                    r,
                    path,
                    (known, first) =>
                        [
                            first with
                            {
                                Name = $"{MadeUp(test)}-{first.Name}",
                            },
                            .. known,
                            first with
                            {
                                Name = MadeUp(test),
                            },
                        ]
                )
        );

    /// <summary>The known entries, and the first of them once more under the id of a node that does not exist.</summary>
    private static RequestDraft Behind(TestSession test, RequestDraft request, string path) =>
        With(test, request, path, (known, first) => known.Add(first with { Name = MadeUp(test) }));

    private static RequestDraft With(
        TestSession test,
        RequestDraft request,
        string path,
        Func<ImmutableArray<JsonProperty>, JsonProperty, ImmutableArray<JsonProperty>> change
    )
    {
        var member = test.MemberOf(path);
        if (request.At(member) is not JsonObject { Properties: [var first, ..] known })
            throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {path} names no {member.KeyedBy}; give it at least one entry"
            );
        return request.With(member, new JsonObject(change(known, first)));
    }

    /// <summary>The ids that the configuration gives nodes of other kinds, one of each; a node has one kind.</summary>
    private static IEnumerable<string> OfOtherKinds(TestSession test, string path)
    {
        var own = IdsOf(test, path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Keyed
            .Where(p => test.MemberOf(p).KeyedBy != test.MemberOf(path).KeyedBy)
            .Select(p => IdsOf(test, p).FirstOrDefault(id => !own.Contains(id)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> IdsOf(TestSession test, string path) =>
        test.Session.Fixtures.For(path) is JsonObject { Properties: var all } ? all.Select(p => p.Name) : [];

    private static string MadeUp(TestSession test) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Session.Draw.Prefix}-no-such-node-{test.NextDraw().Seed:x8}"
        );

    private static string Says(TestSession test, string member) =>
        $"{member} with an entry for a {test.MemberOf(member).KeyedBy} that does not exist";
}
