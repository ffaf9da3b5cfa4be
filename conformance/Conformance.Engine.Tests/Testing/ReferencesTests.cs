using Conformance.Engine.Configuration;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Testing;

/// <summary>The resource that a request names is made before the request is sent.</summary>
public sealed class ReferencesTests
{
    private static readonly RequestDraft Use = new(
        Things.Use,
        ImmutableDictionary<string, string>.Empty.Add("thing", "a%2Fname"),
        JsonObject.Empty
    );

    [Theory]
    [InlineData(201, true)]
    [InlineData(409, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(500, false)]
    public async Task ItIsThereWhereItWasMadeOrTaken(int status, bool isThere)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var test = Bench(target);
        var make = References.MakeExist(test, Things.Use.Parameters[0])!;
        Assert.Equal(isThere, await make(test, Use));
        Assert.All(target.Requests, r => Assert.Equal(("/things", "a/name"), (r.Target, r.TextAt("name"))));
    }

    [Fact]
    public async Task ItIsNotThereWhereNoResponseCameAndNoConflictIsDocumented()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Timeout));
        var api = Made.Api(Things.Put with { Errors = [] }, Things.Use);
        var test = ScriptedTarget.Bench(target.Session(api), Things.Use);
        Assert.False(await References.MakeExist(test, Things.Use.Parameters[0])!(test, Use));
    }

    [Fact]
    public async Task AnIllegalNameIsTriedAndItsRejectionDoesNotMatter()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var test = Bench(target);
        await References.TryToMakeExist(test, Things.Use.Parameters[0])!(test, Use);
        Assert.Equal("a/name", Assert.Single(target.Requests).TextAt("name"));
    }

    [Fact]
    public void AMemberThatRefersToNothingNeedsNothing()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = Bench(target);
        Assert.Null(References.MakeExist(test, Things.Name));
        Assert.Null(References.TryToMakeExist(test, Things.Name));
    }

    [Fact]
    public void WhatTheTargetDoesNotImplementCanNotMakeIt()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = ScriptedTarget.Bench(
            target.Session(Things.Api) with
            {
                Unsupported = new UnsupportedOperations(["Put"]),
            },
            Things.Use
        );
        var cannot = Assert.Throws<CannotArrangeException>(() => References.MakeExist(test, Things.Use.Parameters[0]));
        Assert.Equal(SkipReason.Unsupported, cannot.Skip);
        Assert.Null(References.TryToMakeExist(test, Things.Use.Parameters[0]));
    }

    private static TestSession Bench(ScriptedTarget target) =>
        ScriptedTarget.Bench(target.Session(Things.Api), Things.Use);

    [Fact]
    public void WhatTheServiceNamesCanNotBeMadeUnderAName()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var given = Things.GetUse.Parameters[1];
        Assert.Null(References.MakeExist(Bench(target), given));
        Assert.True(References.IsGiven(Things.Api, given));
        Assert.False(References.IsGiven(Things.Api, Things.GetUse.Parameters[0]));
    }
}
