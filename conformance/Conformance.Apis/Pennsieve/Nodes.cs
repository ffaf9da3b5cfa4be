using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Inputs for nodes that the workflow definition does not have.</summary>
public static class Nodes
{
    /// <summary>Each entry has to match a node of the definition (D2:32).</summary>
    public static Func<Workbench, Task<Finding>> RefuseUnknown(string member) =>
        bench =>
            new RefusalProof(
                () => Runs.With(bench, member),
                [new Case("unknown-node", Says(bench, member), request => WithUnknown(bench, request, member))],
                Runs.Refused(bench)
            ).Prove(bench);

    /// <summary>Of these the document only says what they are keyed by: refused (expected) or ignored (R25).</summary>
    public static Func<Workbench, Task<Finding>> ObserveUnknown(string member) =>
        async bench =>
        {
            var request = WithUnknown(bench, Runs.With(bench, member), member);
            var exchange = await bench.Send(request, Says(bench, member));
            return Finding.Observed(bench.Observe("", "R25", Says(bench, member), exchange.InWords()));
        };

    /// <summary>The known entries, and the first of them once more under the id of a node that does not exist.</summary>
    private static RequestDraft WithUnknown(Workbench bench, RequestDraft request, string path)
    {
        var member = bench.MemberOf(path);
        if (request.At(member) is not JsonObject { Properties: [var first, ..] known })
            throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {path} names no {member.KeyedBy}; give it at least one entry"
            );
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{bench.Session.Draw.Prefix}-no-such-node-{bench.NextDraw().Seed:x8}"
        );
        return request.With(member, new JsonObject(known.Add(first with { Name = id })));
    }

    private static string Says(Workbench bench, string member) =>
        $"{member} with an entry for a {bench.MemberOf(member).KeyedBy} that does not exist";
}
