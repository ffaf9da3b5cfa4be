using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>How the octets of a path segment are read.</summary>
public sealed class UrisTests
{
    private static readonly Operation Use = Made.Operation(Made.Text("note", Made.Required)) with
    {
        Path = "/things/{thing}",
        Parameters = [Made.Text("thing", Made.Required) with { Place = Place.Path, Role = MemberRole.Known }],
    };

    [Fact]
    public async Task OctetsThatNoHandlerLeavesAloneShowNothing()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await Uris.AreDecodedOnce(Bench(target));
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    public async Task WhatNoHandlerCarriesLeavesIllegalOctetsInconclusiveWhereTheOthersAreRejected(int status)
    {
        using var target = Rejecting(status);
        var finding = await Uris.RejectIllegalOctets(Bench(target));
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
        Assert.True(target.Requests.Length > 10);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task IllegalOctetsThatAreAcceptedOrGetAnotherResponseFail(int status)
    {
        using var target = Rejecting(status);
        Assert.Equal(Outcome.Failed, (await Uris.RejectIllegalOctets(Bench(target))).Outcome);
    }

    [Fact]
    public async Task ANameThatIsDecodedTwiceFails()
    {
        using var target = new ScriptedTarget(r =>
            Uri.UnescapeDataString(r.Segment(1)) == "Name" ? ScriptedResponse.Accepted : ScriptedResponse.NotFound
        );
        var finding = await Uris.RejectIllegalOctets(Bench(target));
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("twice", finding.Evidence!.Case, StringComparison.Ordinal);
    }

    private static ScriptedTarget Rejecting(int status) =>
        new(r => r.Target == "/things/Name" ? ScriptedResponse.Accepted : new ScriptedResponse(status));

    // The smallest profile takes a part of them.
    private static TestSession Bench(ScriptedTarget target) =>
        ScriptedTarget.Bench(
            target.Session(Made.Api(Use), ("thing", "\"Name\"")) with
            {
                Profile = Profile.Standard,
            },
            Use
        );
}
