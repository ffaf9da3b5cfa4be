using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators.Dimensions;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Which combinations of dimensions a target is known to accept.</summary>
public sealed class CombinationsTests
{
    private static readonly Member Note = Made.Text("note", Made.Optional, Made.Max(20_000));

    private static readonly Operation Put = Made.Operation(
        Made.Text("name", Made.Required, Made.Matching("[a-z0-9-]{1,40}")) with
        {
            Role = MemberRole.UniqueName,
        },
        Note
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryValueThatIsAcceptedStandsInOneOfThem()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var known = await Known(target);
        Assert.Empty(known.Rejected);
        Assert.Equal(Combination.Ordinary, known.Accepted[0]);
        Assert.Equal(known.Accepted.Length - 1, target.Requests.Length);
        // The member holds no text of 64 KiB.
        foreach (var dimension in known.Dimensions)
            Assert.Equal(
                Enumerable.Range(0, dimension.Values.Length - (dimension.Name == "size" ? 1 : 0)),
                known.Accepted.Select(c => c.Of(dimension)).Distinct().Order()
            );
    }

    [Fact]
    public async Task InProcessRequestsAreFramedAlike()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Equal(
            ["size", "text", "members", "spelling"],
            (await Known(target)).Dimensions.Select(dimension => dimension.Name)
        );
    }

    [Fact]
    public async Task WhatATargetRejectsTakesNothingElseWithIt()
    {
        using var target = new ScriptedTarget(request =>
            request.Bytes.Length > 5_000 ? new ScriptedResponse(413) : ScriptedResponse.Accepted
        );
        var known = await Known(target);
        Assert.NotEmpty(known.Rejected);
        Assert.All(known.Rejected, r => Assert.StartsWith("413", r.Says, StringComparison.Ordinal));
        Assert.Equal(
            Enumerable.Range(0, TextKind.All.Length),
            known.Accepted.Select(c => c.Of(TextKind.Dimension)).Distinct().Order()
        );
        Assert.DoesNotContain(known.Accepted, c => SizeKind.All[c.Of(SizeKind.Dimension)].Bytes > 5_000);
    }

    [Fact]
    public async Task TextsAreAsLegalAsTheMemberAllows()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var small = Put with { Body = [Put.Body[0], Made.Text("note", Made.Optional, Made.Max(300))] };
        var session = target.Session(Made.Api(small));
        await session.Combinations.Of(session, small, Cancel);
        var sent = target.Requests.Select(r => r.TextAt("note")).OfType<string>().ToList();
        Assert.Contains(sent, text => System.Text.Encoding.UTF8.GetByteCount(text) > 280);
        Assert.All(sent, text => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 1, 300));
    }

    [Fact]
    public async Task TheyAreFoundOutOnce()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Put));
        var both = await Task.WhenAll(
            session.Combinations.Of(session, Put, Cancel),
            session.Combinations.Of(session, Put, Cancel)
        );
        Assert.Same(both[0], both[1]);
        Assert.Equal(both[0].Accepted.Length - 1, target.Requests.Length);
    }

    [Fact]
    public async Task AnOperationWithoutABodyHasNone()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var bare = Put with { Body = [], Method = "GET" };
        var session = target.Session(Made.Api(bare));
        Assert.Equal([Combination.Ordinary], (await session.Combinations.Of(session, bare, Cancel)).Accepted);
        Assert.Empty(target.Requests);
    }

    private static async Task<Combinations.Known> Known(ScriptedTarget target)
    {
        var session = target.Session(Made.Api(Put));
        return await session.Combinations.Of(session, Put, Cancel);
    }
}
