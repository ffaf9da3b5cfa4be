using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>Members that name what has to exist on the target already.</summary>
public sealed class KnownNamesTests
{
    private static readonly Member Flow = Made.Text(
        "flow",
        Made.Required,
        Made.Matching("[A-Z]{1,8}|arn:[a-z]{1,4}")
    ) with
    {
        Place = Place.Path,
        Role = MemberRole.Known,
    };

    private static readonly Member Node = Made.Text("node", Made.Required, Made.Matching("[A-Z]{1,8}")) with
    {
        Role = MemberRole.Known,
    };

    private static readonly Member Inputs = Made.Member("inputs", JsonKind.Array, Made.Optional) with
    {
        Role = MemberRole.Known,
        Members = [Made.Text("inputs[]")],
    };

    private static readonly Operation Ask = Made.Operation(Node, Inputs, Made.Text("note")) with
    {
        Path = "/flows/{flow}",
        Parameters = [Flow],
        Errors = [Made.Invalid, Made.Missing],
    };

    private static readonly (string, string)[] Fixtures =
    [
        ("flow", "\"FLOW\""),
        ("node", "\"NODE\""),
        ("inputs", "[\"A\"]"),
    ];

    [Theory]
    [InlineData("flow", true)]
    [InlineData("node", true)]
    [InlineData("inputs", true)]
    [InlineData("inputs[]", true)]
    [InlineData("note", false)]
    public void ANameOrAPartOfOneIsKnown(string path, bool isKnown) =>
        Assert.Equal(isKnown, KnownNames.Hold(Ask, Member(path)));

    [Theory]
    [InlineData("flow", "\"OTHER\"", true)]
    [InlineData("flow", "\"arn:flow\"", false)]
    [InlineData("flow", "7", false)]
    [InlineData("node", "\"OTHER\"", false)]
    [InlineData("note", "\"arn:any\"", true)]
    public void ALegalValueMayBeTriedWhereNotToFindItIsRight(string path, string json, bool mayBe) =>
        Assert.Equal(mayBe, KnownNames.MayBeTried(Ask, Member(path), JsonValue.Parse(json)));

    [Theory]
    [InlineData(201, Outcome.Passed)]
    [InlineData(404, Outcome.Passed)]
    [InlineData(403, Outcome.Passed)]
    [InlineData(400, Outcome.Failed)]
    [InlineData(500, Outcome.Failed)]
    public async Task InThePathALegalNameIsFoundOrNotButNeverIllFormed(int status, Outcome outcome)
    {
        using var target = new ScriptedTarget(r =>
            r.Target == "/flows/FLOW" ? ScriptedResponse.Accepted : new ScriptedResponse(status)
        );
        var finding = await PatternRules.AcceptsMembers.Test(target, Ask, "flow", Fixtures);
        Assert.Equal(outcome, finding.Outcome);
        Assert.All(target.Requests, r => Assert.DoesNotContain(':', r.Segment(1)));
    }

    [Theory]
    [InlineData("node", 201, Outcome.Passed)]
    [InlineData("inputs", 201, Outcome.Passed)]
    [InlineData("node", 400, Outcome.Skipped)]
    public async Task InTheBodyTheConfiguredNameAloneIsTried(string member, int status, Outcome outcome)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await TypeRules.AcceptsKind.Test(target, Ask, $"{member}/", Fixtures);
        Assert.Equal(outcome, finding.Outcome);
        Assert.All(target.Requests.Where(r => r.At("node") is not null), r => Assert.Equal("NODE", r.TextAt("node")));
    }

    [Fact]
    public async Task AConfiguredNameThatIsRejectedFailsWhereTheRequestIsAcceptedWithoutIt()
    {
        using var target = new ScriptedTarget(r =>
            r.At("inputs") is null ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        Assert.Equal(Outcome.Failed, (await TypeRules.AcceptsKind.Test(target, Ask, "inputs/", Fixtures)).Outcome);
    }

    [Fact]
    public void NearMissesOfTheConfiguredNameBreakThePatternByEveryInterpretation()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Ask, Fixtures);
        var pattern = Node.Find<Pattern>()!;
        var misses = KnownNames.NearMisses(test, Node, pattern).ToList();
        Assert.NotEmpty(misses);
        Assert.All(misses, m => Assert.Contains("NODE", ((JsonText)m.Value).Value, StringComparison.Ordinal));
        Assert.All(misses, m => Assert.True(ScriptedTarget.Values.IsViolation(Node, pattern, m.Value)));
        Assert.Empty(KnownNames.NearMisses(test, Node, Node.Constraints[0]));
        Assert.Empty(KnownNames.NearMisses(test, Member("note"), pattern));
        Assert.Empty(KnownNames.NearMisses(target.Bench(Ask), Node, pattern));
    }

    [Fact]
    public async Task ANameThatIsTrimmedFails()
    {
        using var target = new ScriptedTarget(r =>
            r.TextAt("node")?.Trim() == "NODE" ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        var finding = await PatternRules.RejectsOthers.Test(target, Ask, "node", Fixtures);
        Assert.Equal(Outcome.Failed, finding.Outcome);
    }

    [Fact]
    public void AnUnknownNameIsLegalPlainAndNotTheConfiguredOne()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Ask, Fixtures);
        var unknown = ((JsonText)KnownNames.Unknown(test, Flow)).Value;
        Assert.Matches("\\A[A-Z]{1,8}\\z", unknown);
        Assert.NotEqual("FLOW", unknown);
        var one = Flow with { Constraints = [.. Flow.Constraints, new OneOf(["FLOW"], Level.Must, Made.At(9))] };
        Assert.Equal(
            SkipReason.NotIsolated,
            Assert.Throws<CannotArrangeException>(() => KnownNames.Unknown(test, one)).Skip
        );
    }

    private static Member Member(string path) => Ask.RequestMembers().First(m => m.Path == path);
}
