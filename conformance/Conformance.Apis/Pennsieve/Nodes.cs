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
    /// <summary>Each entry has to match a node of the definition (D2:32).</summary>
    public static Func<TestSession, Task<Finding>> RejectUnknown(string member) =>
        test =>
            new RejectionCheck(
                () => Runs.With(test, member),
                [new Case("unknown-node", Says(test, member), request => WithUnknown(test, request, member))],
                Runs.Rejected(test)
            ).Run(test);

    /// <summary>Of these the document only says what they are keyed by: rejected (expected) or ignored.</summary>
    public static Func<TestSession, Task<Finding>> ObserveUnknown(string member) =>
        async test =>
        {
            var request = WithUnknown(test, Runs.With(test, member), member);
            var exchange = await test.Send(request, Says(test, member));
            return Finding.Observed(
                test.Observe("", InterpretationTopic.UnknownKey, Says(test, member), exchange.InWords())
            );
        };

    /// <summary>The known entries, and the first of them once more under the id of a node that does not exist.</summary>
    private static RequestDraft WithUnknown(TestSession test, RequestDraft request, string path)
    {
        var member = test.MemberOf(path);
        if (request.At(member) is not JsonObject { Properties: [var first, ..] known })
            throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {path} names no {member.KeyedBy}; give it at least one entry"
            );
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Session.Draw.Prefix}-no-such-node-{test.NextDraw().Seed:x8}"
        );
        return request.With(member, new JsonObject(known.Add(first with { Name = id })));
    }

    private static string Says(TestSession test, string member) =>
        $"{member} with an entry for a {test.MemberOf(member).KeyedBy} that does not exist";
}
