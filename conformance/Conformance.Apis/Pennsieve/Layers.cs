using System.Globalization;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Layers have to exist, and to be READY (D2:52).</summary>
public static class Layers
{
    private const string Member = "layers";

    /// <summary>Name of the fixture for a layer that is not READY.</summary>
    public const string Unready = "unreadyLayer";

    public static Task<Finding> RefuseUnknown(Workbench bench) =>
        Refuse(bench, "a layer that does not exist", () => new JsonText(Unknown(bench)));

    public static Task<Finding> RefuseUnready(Workbench bench) =>
        Refuse(bench, "a layer that is not READY", () => bench.Session.Fixtures.For(Unready)!);

    private static string Unknown(Workbench bench) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{bench.Session.Draw.Prefix}-no-such-layer-{bench.NextDraw().Seed:x8}"
        );

    private static Task<Finding> Refuse(Workbench bench, string says, Func<JsonValue> layer) =>
        new RefusalProof(
            () => Runs.With(bench, Member),
            [
                .. Enumerable
                    .Range(1, bench.Session.Profile.Rounds)
                    .Select(round => new Case(
                        $"{says.Replace(' ', '-')}-{round}",
                        $"a run with {says}",
                        request => With(bench, request, layer())
                    )),
            ],
            Runs.Refused(bench)
        ).Prove(bench);

    private static RequestDraft With(Workbench bench, RequestDraft request, JsonValue layer)
    {
        var member = bench.MemberOf(Member);
        return request.At(member) is JsonArray known
            ? request.With(member, new JsonArray(known.Items.Add(layer)))
            : throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {Member} is no list of names of layers; write it as one"
            );
    }
}
