using Conformance.Engine.Requests;
using Conformance.Engine.Running;
using Conformance.Engine.Testing;
using Conformance.Engine.Testing.Cleaning;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing.Cleaning;

/// <summary>What was made for a requirement goes when that is judged; what others use, or may be somebody's, stays.</summary>
public sealed class DisposalTests
{
    private const string Mine = "sample/Put/mine";

    private static readonly Operation DeleteUse = Things.GetUse with { Id = "DeleteUse", Method = "DELETE" };
    private static readonly Api Api = Made.Api(Things.Put, Things.Use, Things.Get, Things.Delete, DeleteUse);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatARequirementMadeIsDeletedChildrenFirstAndNothingElse()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Api);
        Make(session, "kit-others", "sample/Put/others");
        Make(session, "kit-known", "preflight/Put");
        Make(session, "kit-a", Mine);
        MakeUse(session, "kit-known", "1", Mine);
        await Dispose(session);
        Assert.Equal(["DELETE /things/kit-known/uses/1", "DELETE /things/kit-a"], Sent(target));
        Assert.Equal(["kit-known", "kit-others"], session.Ledger.Entries.Select(e => e.Id));
    }

    [Fact]
    public async Task WhatMayBeSomebodysOrMayNotBeThereYetIsLeftToTheEnd()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Api);
        Make(session, "a", Mine);
        session.Ledger.NoteBegin(Put("kit-lost"), ScriptedTarget.RunId, Mine);
        await Dispose(session);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task ADeletionThatHangsIsNotTriedAgainBeforeTheEnd()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.None(TransportFailureKind.Timeout));
        var session = target.Session(Api);
        foreach (var name in new[] { "kit-a", "kit-b", "kit-c" })
            Make(session, name, Mine);
        await Dispose(session);
        Assert.Single(Sent(target));
        Assert.Equal(3, session.Ledger.Entries.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task WhereThereAreNoDeletionsFourShowIt(int status)
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(status));
        var session = target.Session(Api);
        foreach (var n in Enumerable.Range(0, 9))
            Make(session, $"kit-{n}", Mine);
        await Dispose(session);
        Assert.Equal(4, Sent(target).Length);
    }

    [Fact]
    public async Task WhatCouldNotBeDeletedThenIsTriedAgainAtTheEndAndReported()
    {
        using var target = new ScriptedTarget(r =>
            r.Target.EndsWith("kit-b", StringComparison.Ordinal) ? new ScriptedResponse(409) : ScriptedResponse.Accepted
        );
        var session = target.Session(Api);
        Make(session, "kit-a", Mine);
        Make(session, "kit-b", Mine);
        await Dispose(session);
        Assert.Equal(["Put kit-b"], await CleanUp.Run(session, 1, Stop));
        Assert.Equal(
            ["DELETE /things/kit-a", "DELETE /things/kit-b", "DELETE /things/kit-b"],
            Sent(target).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task TheDigestIsTheSameHoweverOftenAndWheneverSomethingIsDeleted()
    {
        var digests = new List<string>();
        foreach (var isEarly in new[] { true, false })
        {
            using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
            var session = target.Session(Api);
            foreach (var name in new[] { "kit-a", "kit-b", "kit-c" })
                Make(session, name, Mine);
            if (isEarly)
                await Dispose(session);
            Make(session, "kit-d", "preflight/Put");
            await CleanUp.Run(session, 1, Stop);
            Assert.Equal(4, Sent(target).Length);
            digests.Add(session.Log.Digest());
        }
        Assert.Equal(digests[0], digests[1]);
    }

    [Theory]
    [InlineData("17", true)]
    [InlineData(Things.UseId, false)]
    public async Task ANumberMayBeGivenAgainAfterwardsAndAUuidNever(string id, bool mayBe)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var session = target.Session(Api);
        MakeUse(session, "kit-a", id, Mine);
        Look();
        await Dispose(session);
        Look();
        Assert.Equal(mayBe, session.Identifiers.SharedBy("Use") is null);

        void Look() => session.Identifiers.Look(Use("kit-a"), Mine, 1, new Step("", Given(id)), session.Evidence, 1);
    }

    [Fact]
    public async Task WithABoundWhatIsBeingDeletedCountsUntilItIsGone()
    {
        var asked = 0;
        using var target = new ScriptedTarget(r =>
            r.Method == "DELETE" ? new ScriptedResponse(202)
            : asked++ < 2 ? ScriptedResponse.Accepted
            : ScriptedResponse.NotFound
        );
        var session = Bounded(target, 1);
        await session.Room.Begin(session, Mine, Stop);
        await session.Room.Enter(session, Things.Put, Mine, Stop);
        Make(session, "kit-a", Mine);
        await Dispose(session);
        Assert.Equal(1, session.Ledger.Occupancy.Count("Put"));
        await session.Room.Enter(session, Things.Put, Mine, Stop);
        Assert.Equal(["DELETE", "GET", "GET", "GET"], target.Requests.Select(r => r.Method));
    }

    [Fact]
    public async Task WhereNothingCanBeDeletedTheReasonIsTheBoundAndNotTheTarget()
    {
        using var target = ScriptedTarget.InTurn(new ScriptedResponse(405));
        var session = Bounded(target, 1);
        await session.Room.Begin(session, Mine, Stop);
        await session.Room.Enter(session, Things.Put, Mine, Stop);
        Make(session, "kit-a", Mine);
        var cannot = await Assert.ThrowsAsync<NoRoomException>(() =>
            session.Room.Enter(session, Things.Put, Mine, Stop)
        );
        Assert.StartsWith(
            "limits.resources allows 1 resource of one kind at once",
            cannot.Message,
            StringComparison.Ordinal
        );
    }

    private static ApiSession Bounded(ScriptedTarget target, int most)
    {
        var session = target.Session(Api);
        return new ApiSession(
            session.Api,
            session.TargetClient,
            session.Profile,
            session.Fixtures,
            session.Values,
            session.Draw,
            session.Log,
            session.Watch,
            new Ledger(new Occupancy(Deletions.KindsOf(Api), most))
        )
        {
            Target = session.Target,
            Time = session.Time,
            Webhooks = session.Webhooks,
            Capabilities = new Capabilities(["GetThing"], ImmutableDictionary<string, string>.Empty),
        };
    }

    private static Task Dispose(ApiSession session) =>
        session.Disposal.Delete(session, session.Ledger.MadeFor(Mine), Stop);

    private static string[] Sent(ScriptedTarget target) => [.. target.Requests.Select(r => $"{r.Method} {r.Target}")];

    private static void Make(ApiSession session, string name, string scope) =>
        session.Ledger.NoteEnd(Put(name), Seen.Response(201), scope);

    private static void MakeUse(ApiSession session, string thing, string id, string scope) =>
        session.Ledger.NoteEnd(Use(thing), Given(id), scope);

    private static Exchange Given(string id) => Seen.Response(201, $$"""{"useId":"{{id}}"}""");

    private static RequestDraft Put(string name) =>
        new RequestDraft(Things.Put, ImmutableDictionary<string, string>.Empty, null).With(
            Things.Name,
            new JsonText(name)
        );

    private static RequestDraft Use(string thing) =>
        new(Things.Use, ImmutableDictionary<string, string>.Empty.Add("thing", thing), JsonObject.Empty);
}
