using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

public sealed class RequestRulesTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required),
        Made.Text("note", Made.Optional),
        Made.Text("model", Made.Optional) with
        {
            IsLookedUp = true,
        }
    );

    private static readonly Operation Silent = Put with
    {
        Body =
        [
            Put.Body[0],
            Put.Body[1] with
            {
                Constraints = [new Optional(Level.May, Made.At(20)) { Interpretations = [Made.Interpretation("R32")] }],
            },
        ],
    };

    [Fact]
    public void AnOperationGivesTwoRequirements()
    {
        Assert.Equal(["request/required-only/accepted Must D0:10 request"], RequestRules.AcceptsRequiredOnly.Plan(Put));
        Assert.Equal(["request/all-members/accepted Must D0:10 request"], RequestRules.AcceptsAllMembers.Plan(Put));
    }

    [Fact]
    public async Task TheRequiredMembersAloneAreSentAndEveryMember()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Equal(Outcome.Passed, (await RequestRules.AcceptsRequiredOnly.Test(target, Put)).Outcome);
        Assert.Equal(Outcome.Passed, (await RequestRules.AcceptsAllMembers.Test(target, Put)).Outcome);
        Assert.Equal(["name", "name note model"], target.Requests.Select(Members));
    }

    [Fact]
    public async Task EveryRoundOfTheProfileSendsAnother()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Put)) with { Profile = Profile.Standard };
        var finding = await RequestRules.AcceptsRequiredOnly.Test(ScriptedTarget.Bench(session, Put));
        Assert.Equal((Outcome.Passed, Profile.Standard.Rounds), (finding.Outcome, finding.Cases));
        Assert.Distinct(target.Requests.Select(r => r.Body));
    }

    [Theory]
    [InlineData("note", true, Outcome.Failed, Outcome.Passed)]
    [InlineData("note", false, Outcome.Passed, Outcome.Failed)]
    public async Task AWholeRequestThatIsRejectedFails(string member, bool isNeeded, Outcome requiredOnly, Outcome all)
    {
        using var target = new ScriptedTarget(r =>
            r.At(member) is not null == isNeeded ? ScriptedResponse.Accepted : ScriptedResponse.Rejected
        );
        Assert.Equal(requiredOnly, (await RequestRules.AcceptsRequiredOnly.Test(target, Put)).Outcome);
        Assert.Equal(all, (await RequestRules.AcceptsAllMembers.Test(target, Put)).Outcome);
    }

    [Fact]
    public async Task ValuesThatMayBeLookedUpAreNotHeldAgainstTheTarget()
    {
        using var target = new ScriptedTarget(r =>
            r.At("model") is null ? ScriptedResponse.Accepted : ScriptedResponse.NotFound
        );
        var finding = await RequestRules.AcceptsAllMembers.Test(target, Put);
        Assert.Equal((Outcome.Skipped, SkipReason.InterpretationAllows), (finding.Outcome, finding.Skip));
        Assert.Equal(["name note model", "name note"], target.Requests.Select(Members));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(400)]
    public async Task WhereNoDocumentSaysThatTheRestIsOptionalItIsOnlyObserved(int status)
    {
        Assert.Equal(
            ["request/required-only/accepted May D0:10 observation"],
            RequestRules.AcceptsRequiredOnly.Plan(Silent)
        );
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var finding = await RequestRules.AcceptsRequiredOnly.Test(target, Silent);
        Assert.Equal((Outcome.Passed, "R32"), (finding.Outcome, Assert.Single(finding.Observations).Interpretation));
    }

    private static string Members(ScriptedRequest request) =>
        string.Join(' ', ((Generators.JsonObject)request.Json!).Properties.Select(p => p.Name));
}
