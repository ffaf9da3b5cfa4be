using System.Globalization;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Layers have to exist, and to be READY (D2:52).</summary>
internal static class Layers
{
    private const string Member = "layers";

    /// <summary>Name of the fixture for a layer that is not READY.</summary>
    public const string Unready = "unreadyLayer";

    public static Task<Finding> RejectUnknown(TestSession test) =>
        Reject(test, "a layer that does not exist", () => new JsonText(Unknown(test)));

    public static Task<Finding> RejectUnready(TestSession test) =>
        Reject(test, "a layer that is not READY", () => test.Session.Fixtures.For(Unready)!);

    private static string Unknown(TestSession test) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Session.Draw.Prefix}-no-such-layer-{test.NextDraw().Seed:x8}"
        );

    private static Task<Finding> Reject(TestSession test, string says, Func<JsonValue> layer) =>
        new RejectionCheck(
            () => Runs.With(test, Member),
            [
                .. Enumerable
                    .Range(1, test.Session.Profile.Rounds)
                    .Select(round => new Case(
                        $"{says.Replace(' ', '-')}-{round}",
                        $"a run with {says}",
                        request => With(test, request, layer())
                    )),
            ],
            Runs.Rejected(test)
        ).Run(test);

    private static RequestDraft With(TestSession test, RequestDraft request, JsonValue layer)
    {
        var member = test.MemberOf(Member);
        return request.At(member) is JsonArray known
            ? request.With(member, new JsonArray(known.Items.Add(layer)))
            : throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {Member} is no list of names of layers; write it as one"
            );
    }
}
