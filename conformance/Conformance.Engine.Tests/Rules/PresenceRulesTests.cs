using Conformance.Engine.Rules;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class PresenceRulesTests
{
    private static readonly Member Version = Made.Text("info.version", Made.Required);

    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required),
        Made.Text("note", Made.Optional),
        Made.Member("any", JsonKind.Any, Made.Required),
        Made.Member("info", JsonKind.Object, Made.Optional) with
        {
            Members = [Version, Made.Text("info.build", Made.Optional)],
        }
    );

    private static readonly Operation InPath = Put with
    {
        Path = "/things/{thing}",
        Parameters = [Made.Text("thing", Made.Required) with { Place = Place.Path }],
    };

    public static TheoryData<Rule, string[]> Plans =>
        new()
        {
            {
                PresenceRules.RejectsMissing,
                [
                    .. Rows(
                        "required/rejected Must D0:2 presence Outside no-more",
                        "thing",
                        "name",
                        "any",
                        "info.version"
                    ),
                ]
            },
            {
                PresenceRules.RejectsNull,
                [.. Rows("required/null-rejected Must D0:2 presence Outside", "name", "info.version")]
            },
            {
                PresenceRules.AcceptsMissing,
                [.. Rows("optional/accepted Must D0:3 presence Inside no-more", "note", "info", "info.build")]
            },
        };

    [Theory]
    [MemberData(nameof(Plans))]
    public void EachMemberGivesItsRequirements(Rule rule, string[] rows) => Assert.Equal(rows, rule.Plan(InPath));

    [Fact]
    public async Task ARequiredMemberIsLeftOutAndNothingElse()
    {
        using var target = Taking(r => r.At("name") is not null);
        Assert.Equal(Outcome.Passed, (await PresenceRules.RejectsMissing.Test(target, Put, "name")).Outcome);
        Assert.Equal([true, false], target.Requests.Select(r => r.At("name") is not null));
        Assert.All(target.Requests, r => Assert.NotNull(r.At("any")));
    }

    [Fact]
    public async Task OfAnObjectWithOneRequiredMemberNothingIsLeftEither()
    {
        using var target = Taking(r => r.At("info.version") is not null);
        Assert.Equal(Outcome.Passed, (await PresenceRules.RejectsMissing.Test(target, Put, "info.version")).Outcome);
        Assert.Equal([true, true, false], target.Requests.Select(r => r.At("info.build") is not null));
        Assert.Equal("{}", target.Requests[^1].At("info")?.ToJson());
    }

    [Fact]
    public async Task AnEmptyObjectThatLacksTwoMembersIsNotSent()
    {
        var pair = Made.Member("pair", JsonKind.Object, Made.Required) with
        {
            Members = [Made.Text("pair.a", Made.Required), Made.Text("pair.b", Made.Required)],
        };
        using var target = Taking(r => r.At("pair.a") is not null);
        Assert.Equal(
            Outcome.Passed,
            (await PresenceRules.RejectsMissing.Test(target, Made.Operation(pair), "pair.a")).Outcome
        );
        Assert.Equal(2, target.Requests.Length);
        Assert.All(target.Requests, r => Assert.NotNull(r.At("pair.b")));
    }

    [Fact]
    public async Task AnEmptyObjectThatIsTakenForAnObjectLeftOutFails()
    {
        using var target = Taking(r => r.At("info.version") is not null || r.At("info")?.ToJson() is null or "{}");
        var finding = await PresenceRules.RejectsMissing.Test(target, Put, "info.version");
        Assert.Equal(Outcome.Failed, finding.Outcome);
    }

    [Fact]
    public async Task InThePathAMissingMemberMayNotEvenRoute()
    {
        foreach (var status in new[] { 400, 403, 404, 405, 414 })
        {
            using var target = new ScriptedTarget(r =>
                r.Target == "/things/" ? new ScriptedResponse(status) : ScriptedResponse.Accepted
            );
            Assert.Equal(Outcome.Passed, (await PresenceRules.RejectsMissing.Test(target, InPath, "thing")).Outcome);
        }
    }

    [Theory]
    [InlineData("name", true, Outcome.Failed)]
    [InlineData("name", false, Outcome.Passed)]
    public async Task NullIsAsGoodAsMissing(string member, bool takesNull, Outcome outcome)
    {
        using var target = Taking(r =>
            r.At(member) is not null && (takesNull || r.At(member) is not JsonRaw { IsNull: true })
        );
        Assert.Equal(outcome, (await PresenceRules.RejectsNull.Test(target, Put, member)).Outcome);
        Assert.Contains(target.Requests, r => r.At(member) is JsonRaw { IsNull: true });
    }

    [Theory]
    [InlineData("note", true, Outcome.Passed)]
    [InlineData("note", false, Outcome.Failed)]
    [InlineData("info.build", true, Outcome.Passed)]
    [InlineData("info.build", false, Outcome.Failed)]
    public async Task AnOptionalMemberMayBeLeftOut(string member, bool isOptional, Outcome outcome)
    {
        using var target = Taking(r => isOptional || r.At(member) is not null);
        Assert.Equal(outcome, (await PresenceRules.AcceptsMissing.Test(target, Put, member)).Outcome);
        Assert.Null(target.Requests[0].At(member));
    }

    private static IEnumerable<string> Rows(string rest, params string[] members) => members.Select(m => $"{m}/{rest}");

    private static ScriptedTarget Taking(Func<ScriptedRequest, bool> takes) =>
        new(r => takes(r) ? ScriptedResponse.Accepted : ScriptedResponse.Rejected);
}
