using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>Layers have to exist, and to be READY (D2:52): each of them, wherever it stands in the list.</summary>
internal static class Layers
{
    private const string Member = "layers";

    // More than 16 bits count.
    private const int FarLonger = 70_000;

    /// <summary>Name of the fixture for a layer that is not READY.</summary>
    public const string Unready = "unreadyLayer";

    public static async Task<Finding> RejectUnknown(TestSession test)
    {
        var finding = await Reject(
            test,
            "a layer that does not exist",
            () => new JsonText(Unknown(test)),
            new Case(
                "longer",
                "a run with a layer that does not exist, though its name begins as a READY one's",
                r => With(test, r, (known, first) => known.Add(new JsonText($"{first.Value}-{Unknown(test)}")))
            ),
            new Case(
                "far-longer",
                $"a run with a layer whose name of {FarLonger} characters names none",
                r => With(test, r, (known, _) => known.Add(new JsonText(Unknown(test).PadRight(FarLonger, 'q'))))
            )
        );
        return finding.Outcome == Outcome.Passed
            ? finding with
            {
                Observations = finding.Observations.AddRange(await Spellings(test)),
            }
            : finding;
    }

    public static Task<Finding> RejectUnready(TestSession test) =>
        Reject(test, "a layer that is not READY", () => test.Session.Fixtures.For(Unready)!);

    private static string Unknown(TestSession test) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{test.Session.Draw.Prefix}-no-such-layer-{test.NextDraw().Seed:x8}"
        );

    private static Task<Finding> Reject(
        TestSession test,
        string says,
        Func<JsonValue> layer,
        params ImmutableArray<Case> more
    )
    {
        var label = says.Replace(' ', '-');
        var behind = Enumerable
            .Range(1, test.Session.Profile.Rounds)
            .Select(round => Of($"{label}-{round}", "", (known, _) => known.Add(layer())));
        return InEitherMode.Reject(
            test,
            Member,
            [
                .. behind,
                Of($"{label}-first", ", before the others", (known, _) => known.Insert(0, layer())),
                Of($"{label}-alone", ", and no other", (_, _) => [layer()]),
                Of(
                    $"{label}-between",
                    ", between READY ones that are repeated",
                    (known, first) => [first, first, .. known, layer(), first]
                ),
                .. more,
            ]
        );

        Case Of(
            string name,
            string where,
            Func<ImmutableArray<JsonValue>, JsonText, ImmutableArray<JsonValue>> change
        ) => new(name, $"a run with {says}{where}", request => With(test, request, change));
    }

    /// <summary>A READY layer's name in other letters, or with blanks: no document says whether it is another name.</summary>
    private static async Task<ImmutableArray<Observation>> Spellings(TestSession test)
    {
        if (test.Session.Profile.Rounds == 1)
            return [];
        var seen = ImmutableArray.CreateBuilder<Observation>();
        foreach (var (name, says, write) in Ways)
        {
            var request = With(test, Runs.With(test, Member), (_, first) => [new JsonText(write(first.Value))]);
            var exchange = await test.Send(request, $"a run with a READY layer's name {says}");
            seen.Add(test.Observe(name, "", $"a READY layer's name {says}", exchange.InWords()));
        }
        return seen.ToImmutable();
    }

    private static IEnumerable<(string Name, string Says, Func<string, string> Write)> Ways =>
        [
            ("capitals", "in capitals", name => name.ToUpperInvariant()),
            ("blank-behind", "with a blank behind", name => name + " "),
            ("blank-before", "with a blank before", name => " " + name),
        ];

    private static RequestDraft With(
        TestSession test,
        RequestDraft request,
        Func<ImmutableArray<JsonValue>, JsonText, ImmutableArray<JsonValue>> change
    )
    {
        var member = test.MemberOf(Member);
        return request.At(member) is JsonArray { Items: [JsonText first, ..] known }
            ? request.With(member, new JsonArray(change(known, first)))
            : throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {Member} is no list of names of layers; write it as one"
            );
    }
}
