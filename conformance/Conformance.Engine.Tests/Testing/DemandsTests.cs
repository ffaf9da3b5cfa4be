using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A target that demands an optional member gets it, so that this one fault hides no other.</summary>
public sealed class DemandsTests
{
    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Matching("[a-z0-9-]{1,40}")) with
        {
            Role = MemberRole.UniqueName,
        },
        Made.Text("note", Made.Optional),
        Made.Text("label", Made.Optional),
        Made.Text("token", Made.Optional, Made.Matching("[a-z0-9-]{20,60}")) with
        {
            Role = MemberRole.IdempotencyToken,
        }
    );

    [Theory]
    [InlineData("note")]
    [InlineData("token")]
    public async Task AMemberThatIsDemandedIsFound(string demanded)
    {
        using var target = Demanding(demanded);
        var session = await Look(target);
        Assert.Equal([demanded], session.Demanded["Put"].Select(m => m.Path));
        var request = ScriptedTarget.Bench(session, Put).Valid(Put);
        Assert.NotNull(request.Body!.At(demanded));
        Assert.Null(ScriptedTarget.Bench(session, Put).Bare(Put).Body!.At(demanded));
    }

    [Fact]
    public async Task SoAreTwo()
    {
        using var target = Demanding("note", "token");
        Assert.Equal(["note", "token"], (await Look(target)).Demanded["Put"].Select(m => m.Path).Order());
    }

    [Fact]
    public async Task ATokenThatIsDemandedIsAnotherEachTime()
    {
        using var target = Demanding("token");
        var test = ScriptedTarget.Bench(await Look(target), Put);
        Assert.NotEqual(test.Valid(Put).Body!.At("token"), test.Valid(Put).Body!.At("token"));
    }

    [Fact]
    public async Task WhatIsKnownComesFromTheRequestThatWasAccepted()
    {
        using var target = Demanding("note");
        Assert.NotEmpty((await Look(target)).Known);
    }

    [Fact]
    public async Task TheReportSaysSo()
    {
        using var target = Demanding("note");
        Assert.Contains("without note", Assert.Single(Demands.InWords(await Look(target))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task ARejectionThatIsNotAboutTheContentDemandsNothing(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        Assert.Empty((await Look(target)).Demanded);
    }

    [Fact]
    public async Task ATargetThatRejectsEverythingDemandsNothing()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        Assert.Empty((await Look(target)).Demanded);
    }

    private static ScriptedTarget Demanding(params string[] members) =>
        new(request =>
            members.All(member => request.At(member) is not null)
                ? ScriptedResponse.Accepted
                : ScriptedResponse.Rejected
        );

    private static async Task<ApiSession> Look(ScriptedTarget target) =>
        (await Preflight.Look(target.Session(Made.Api(Put)), TestContext.Current.CancellationToken)).Session;
}
