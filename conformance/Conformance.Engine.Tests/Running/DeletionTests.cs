using Conformance.Engine.Configuration;
using Conformance.Engine.Requests;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Running;

/// <summary>What a run made is deleted, children first; what may be somebody else's is not touched.</summary>
public sealed class DeletionTests
{
    private static readonly Operation DeleteUse = Things.GetUse with { Id = "DeleteUse", Method = "DELETE" };
    private static readonly Api Api = Made.Api(Things.Put, Things.Use, Things.Delete, DeleteUse);

    [Fact]
    public async Task ChildrenAreDeletedBeforeWhatTheyLiveIn()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Empty(
            await CleanUpAfter(target, s => Make(s, "kit-a"), s => MakeUse(s, "kit-a", "1"), s => Make(s, "kit-b"))
        );
        Assert.Equal(
            ["DELETE /things/kit-a/uses/1", "DELETE /things/kit-a", "DELETE /things/kit-b"],
            Deletions(target)
        );
    }

    [Fact]
    public async Task AnIdentifierThatIsEmptyNamesNothingToDelete()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Empty(await CleanUpAfter(target, s => MakeUse(s, "kit-a", "")));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../..")]
    [InlineData("a/../..")]
    [InlineData("/")]
    [InlineData("a//b")]
    public async Task AnIdentifierThatMayLeadElsewhereIsLeftAndNotDeleted(string id)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Equal([$"Use {id}"], await CleanUpAfter(target, s => MakeUse(s, "kit-a", id)));
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task AnIdentifierTooLongForAUrlIsLeftAndShownInPart()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var left = await CleanUpAfter(target, s => MakeUse(s, "kit-a", new string('x', 1_000_000)));
        Assert.StartsWith(
            $"Use {new string('x', 80)}… (1000000 characters, SHA-256 ",
            Assert.Single(left),
            StringComparison.Ordinal
        );
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task ASlashInAnIdentifierIsEncoded()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Empty(await CleanUpAfter(target, s => MakeUse(s, "kit-a", "arn:b/1?x#y")));
        Assert.Equal(
            ["DELETE /things/kit-a/uses/arn:b%2F1%3Fx%23y"],
            Deletions(target).Select(d => d.Replace("%3A", ":", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task WithoutAWayToDeleteItNobodyExpectsItGone()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(Things.Put));
        Make(session, "kit-a");
        Assert.Empty(await CleanUp.Run(session, 1, TestContext.Current.CancellationToken));
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData(405)]
    [InlineData(400)]
    [InlineData(501)]
    public async Task AfterADeletionThatIsRejectedNoOtherIsTriedAndAllAreLeft(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var left = await CleanUpAfter(target, s => Make(s, "kit-a"), s => Make(s, "kit-b"));
        Assert.Equal(["Put kit-a", "Put kit-b"], left);
        Assert.Single(Deletions(target).Distinct());
    }

    [Fact]
    public async Task WhatIsGoneAlreadyIsNotLeft()
    {
        using var target = new ScriptedTarget(r =>
            r.Target.EndsWith("kit-b", StringComparison.Ordinal) ? ScriptedResponse.NotFound : ScriptedResponse.Accepted
        );
        Assert.Empty(await CleanUpAfter(target, s => Make(s, "kit-a"), s => Make(s, "kit-b")));
    }

    [Fact]
    public async Task WhatGetsNoResponseIsLeft()
    {
        using var target = new ScriptedTarget(r =>
            r.Target.EndsWith("kit-b", StringComparison.Ordinal)
                ? ScriptedResponse.None(TransportFailureKind.Timeout)
                : ScriptedResponse.Accepted
        );
        Assert.Equal(["Put kit-b"], await CleanUpAfter(target, s => Make(s, "kit-a"), s => Make(s, "kit-b")));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task WhatMayNeverHaveBeenMadeIsNotLeftWhereItIsNoResourcesName(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        Assert.Empty(await CleanUpAfter(target, s => s.Ledger.NoteBegin(Put("kit-a"), ScriptedTarget.RunId)));
        Assert.NotEmpty(Deletions(target));
    }

    [Theory]
    [InlineData(409, new string[0], 2)]
    [InlineData(201, new[] { "Put a" }, 1)]
    [InlineData(500, new[] { "Put a" }, 1)]
    public async Task ANameThatIsNotTheRunsOwnIsDeletedOnlyWhereDuplicatesAreRejected(
        int duplicate,
        string[] left,
        int deletions
    )
    {
        using var target = new ScriptedTarget(r =>
            r.Method == "PUT" ? new ScriptedResponse(duplicate) : ScriptedResponse.Accepted
        );
        Assert.Equal(left, await CleanUpAfter(target, s => Make(s, "a"), s => Make(s, "kit-b")));
        Assert.Equal(deletions, Deletions(target).Length);
        Assert.Equal("kit-b", target.Requests.First(r => r.Method == "PUT").TextAt("name"));
    }

    [Fact]
    public async Task WithNoNameOfItsOwnTheRunCanNotTellAndLeavesTheOthers()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        Assert.Equal(["Put a"], await CleanUpAfter(target, s => Make(s, "a")));
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task WhatATestHasDeletedDoesNotShowThatThereAreNoDeletions()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.NotFound, ScriptedResponse.Accepted);
        Assert.Empty(await CleanUpAfter(target, s => Make(s, "kit-a"), s => Make(s, "kit-b"), s => Make(s, "kit-c")));
        Assert.Subset(
            Deletions(target).ToHashSet(),
            new HashSet<string> { "DELETE /things/kit-a", "DELETE /things/kit-b", "DELETE /things/kit-c" }
        );
    }

    [Fact]
    public async Task ANameInThePathOfItsCreationIsDeletedThere()
    {
        var name = Things.Name with { Place = Place.Path };
        var put = Things.Put with { Path = "/things/{name}", Parameters = [name], Body = [] };
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Made.Api(put, Things.Delete));
        session.Ledger.NoteEnd(new RequestDraft(put, Segments.Add("name", "kit-a"), null), Testing.Seen.Response(201));
        Assert.Empty(await CleanUp.Run(session, 1, TestContext.Current.CancellationToken));
        Assert.Equal(["DELETE /things/kit-a"], Deletions(target));
    }

    [Fact]
    public async Task ADeletionThatTheTargetDoesNotImplementIsNotTried()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Api) with { Unsupported = new UnsupportedOperations(["DeleteThing"]) };
        Make(session, "kit-a");
        Assert.Equal(["Put kit-a"], await CleanUp.Run(session, 1, TestContext.Current.CancellationToken));
        Assert.Empty(target.Requests);
    }

    private static async Task<IEnumerable<string>> CleanUpAfter(
        ScriptedTarget target,
        params Action<ApiSession>[] makes
    )
    {
        var session = target.Session(Api);
        foreach (var make in makes)
            make(session);
        return await CleanUp.Run(session, 1, TestContext.Current.CancellationToken);
    }

    private static string[] Deletions(ScriptedTarget target) =>
        [.. target.Requests.Where(r => r.Method == "DELETE").Select(r => $"{r.Method} {r.Target}")];

    private static void Make(ApiSession session, string name) =>
        session.Ledger.NoteEnd(Put(name), Testing.Seen.Response(201));

    private static void MakeUse(ApiSession session, string thing, string id) =>
        session.Ledger.NoteEnd(
            new RequestDraft(Things.Use, Segments.Add("thing", thing), JsonObject.Empty),
            Testing.Seen.Response(201, $$"""{"useId":"{{id}}"}""")
        );

    private static RequestDraft Put(string name) =>
        new RequestDraft(Things.Put, Segments, null).With(Things.Name, new JsonText(name));

    private static ImmutableDictionary<string, string> Segments => [];
}
