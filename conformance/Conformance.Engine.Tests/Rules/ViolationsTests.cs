using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>Legal values at a constraint's edge, and values that break it: which requests they become.</summary>
public sealed class ViolationsTests
{
    private static readonly Member Note = Made.Text("note", Made.Required, Made.Max(5));

    [Theory]
    [InlineData(Place.Body, MemberRole.Plain, new[] { 400 })]
    [InlineData(Place.Body, MemberRole.Known, new[] { 400, 404 })]
    [InlineData(Place.Path, MemberRole.Plain, new[] { 400, 403, 404, 405, 414 })]
    public void WhereAMemberTravelsDecidesHowItIsRejected(Place place, MemberRole role, int[] statuses)
    {
        var operation = Made.Operation(Note) with { Errors = [Made.Invalid, Made.Missing] };
        var expected = Violations.ExpectedOf(operation, Note with { Place = place, Role = role });
        Assert.Equal(statuses, Enumerable.Range(100, 500).Where(expected.IsMetBy));
    }

    [Fact]
    public void AKnownNameNeedNotBeFoundOnlyWhereThatIsDocumented() =>
        Assert.False(Violations.ExpectedOf(Made.Operation(Note), Note with { Role = MemberRole.Known }).IsMetBy(404));

    [Fact]
    public async Task PromotedValuesComeFirstOnBothSides()
    {
        foreach (var (kind, text) in new[] { ("maxLength/accepted", "abc"), ("maxLength/rejected", "abcdefgh") })
        {
            using var target = new ScriptedTarget(r =>
                r.TextAt("note")!.EnumerateRunes().Count() <= 5 ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
            );
            var session = target.Session(Made.Api(Made.Operation(Note)));
            session = session with { Promoted = session.Promoted.Add($"sample/Put/note/{kind}", [Made.Sample(text)]) };
            var test = ScriptedTarget.Bench(session, Made.Operation(Note), $"note/{kind}");
            var finding = await RuleBook.All.Single(r => r.Kind == kind).Test(test, $"note/{kind}");
            Assert.Equal(Outcome.Passed, finding.Outcome);
            Assert.Equal(text, ((JsonText)test.Tried.Sent[0].Sample!.Value).Value);
            Assert.True(finding.Cases > 1);
        }
    }

    [Fact]
    public async Task EveryRoundOfTheProfileTriesWrongLengthsOfOtherCharacters()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("note")!.Length <= 5 ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var session = target.Session(Made.Api(Made.Operation(Note)));
        var once = ScriptedTarget.Bench(session, Made.Operation(Note));
        var often = ScriptedTarget.Bench(session with { Profile = Profile.Standard }, Made.Operation(Note));
        await LengthRules.RejectsTooLong.Test(once);
        await LengthRules.RejectsTooLong.Test(often);
        Assert.True(OneBeyond(often) > OneBeyond(once));
        Assert.Distinct(often.Tried.Sent.Select(c => c.Sample!.Value.ToJson()));

        static int OneBeyond(TestSession test) => test.Tried.Sent.Count(c => c.Label == "length-6");
    }

    [Fact]
    public async Task WhatALegalNameRefersToIsMadeFirst()
    {
        using var target = new ScriptedTarget(Things.Response);
        var session = target.Session(Things.Api);
        session = session with { Known = session.Known.Add(new Schemas.Reference("Put", "name"), "known") };
        var use = Things.Use with { Parameters = [Limited(Things.Use.Parameters[0])] };
        var test = ScriptedTarget.Bench(session, use);
        Assert.Equal(Outcome.Passed, (await LengthRules.AcceptsLongest.Test(test, "thing")).Outcome);
        foreach (var pair in target.Requests.Chunk(2))
        {
            Assert.Equal(
                ["/things", $"/things/{pair[0].TextAt("name")}/uses"],
                pair.Select(r => Uri.UnescapeDataString(r.Target))
            );
            Assert.InRange(pair[0].TextAt("name")!.Length, 0, 12);
        }
        Assert.Contains(target.Requests, r => r.TextAt("name")?.Length == 12);
    }

    [Fact]
    public async Task WhereNoValueIsSureToBeLegalAConfiguredOneIsTried()
    {
        var url = Made.Text("url", Made.Required) with
        {
            Constraints =
            [
                new TypeIs(JsonKind.String, Level.Must, Made.At(1))
                {
                    Interpretations = [Made.Interpretation("R35", InterpretationTopic.CallbackUrl)],
                },
            ],
        };
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var none = await TypeRules.AcceptsKind.Test(target, Made.Operation(url));
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (none.Outcome, none.Skip));
        var sure = await TypeRules.AcceptsKind.Test(
            target,
            Made.Operation(url),
            "",
            ("url", "\"https://known.test/\"")
        );
        Assert.Equal((Outcome.Passed, 1), (sure.Outcome, sure.Cases));
        Assert.Equal("https://known.test/", Assert.Single(target.Requests).TextAt("url"));
    }

    [Fact]
    public async Task ALegalObjectHasValuesThatWork()
    {
        var export = Made.Member("export", JsonKind.Object, Made.Required) with
        {
            Members = [Made.Text("export.bucket", Made.Required) with { IsLookedUp = true }],
        };
        using var target = new ScriptedTarget(r =>
            r.TextAt("export.bucket") == "known" ? ScriptedResponse.Accepted : ScriptedResponse.NotFound
        );
        var finding = await TypeRules.AcceptsKind.Test(
            target,
            Made.Operation(export),
            "export/",
            ("export.bucket", "\"known\"")
        );
        Assert.Equal(Outcome.Passed, finding.Outcome);
    }

    [Theory]
    [InlineData(MemberRole.UniqueName, true)]
    [InlineData(MemberRole.Reference, true)]
    [InlineData(MemberRole.IdempotencyToken, false)]
    [InlineData(MemberRole.Known, false)]
    [InlineData(MemberRole.Plain, false)]
    public void NamesOfResourcesAreScarce(MemberRole role, bool isScarce) =>
        Assert.Equal(isScarce, Scarce.IsShort(Note with { Role = role }));

    private static Member Limited(Member thing) =>
        thing with
        {
            Constraints = [.. thing.Constraints, Made.Min(1), Made.Max(12)],
        };
}
