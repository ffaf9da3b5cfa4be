using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>What the run made, and what it may have made: to be deleted, and nothing else.</summary>
public sealed class LedgerTests
{
    private const string Ours = ScriptedTarget.RunId + "-1";
    private const string NotOurs = "1";

    private readonly Ledger ledger = new();

    [Theory]
    [InlineData(Ours)]
    [InlineData(NotOurs)]
    public void WhatWasAcceptedIsThere(string name)
    {
        Send(Put(name), Seen.Response(201));
        Assert.Equal([(name, false, true)], Entries);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public void WhatWasRejectedIsNot(int status)
    {
        Send(Put(Ours), Seen.Response(status));
        Assert.Empty(Entries);
    }

    [Theory]
    [InlineData(Ours, TransportFailureKind.Timeout, true)]
    [InlineData(Ours, TransportFailureKind.Disconnected, true)]
    [InlineData(Ours, TransportFailureKind.Malformed, true)]
    [InlineData(Ours, TransportFailureKind.Unreachable, false)]
    [InlineData(Ours, TransportFailureKind.Tls, false)]
    [InlineData(NotOurs, TransportFailureKind.Timeout, false)]
    public void WhatGotNoResponseMayBeThereIfItsNameIsOurs(string name, TransportFailureKind failure, bool mayBe)
    {
        Send(Put(name), Seen.Failure(failure));
        Assert.Equal(mayBe ? [(name, false, false)] : [], Entries);
    }

    [Fact]
    public void WhatWasRejectedAfterALostAttemptMayBeThere()
    {
        Send(Put(Ours), Seen.Response(409) with { WasLost = true });
        Assert.Equal([(Ours, false, false)], Entries);
    }

    [Fact]
    public void ARejectionOfALaterRequestDoesNotUndoWhatWasMade()
    {
        Send(Put(Ours), Seen.Response(201));
        Send(Put(Ours), Seen.Response(409));
        Assert.Equal([(Ours, false, true)], Entries);
    }

    [Fact]
    public void AnIdentifierThatTheTargetGaveNamesWhatItMade()
    {
        Send(Use("thing"), Seen.Response(201, $$"""{"useId":"{{Things.UseId}}"}"""));
        Send(Use("thing"), Seen.Response(201));
        Send(Use("thing"), Seen.Failure(TransportFailureKind.Timeout));
        Assert.Equal([(Things.UseId, true, true)], Entries);
    }

    [Theory]
    [InlineData(Things.UseId, true)]
    [InlineData("..", false)]
    [InlineData(null, false)]
    public void AnIdentifierThatMayReachOthersIsRememberedAsOneThatIsNotNamed(string? given, bool mayBe)
    {
        given ??= new string('x', 900_000);
        Send(Use("thing"), Seen.Response(201, $$"""{"useId":"{{given}}"}"""));
        var created = Assert.Single(ledger.Entries);
        Assert.Equal(mayBe, created.MayBeNamed);
        Assert.InRange(created.Id.Length, 1, GivenIdentifier.Longest);
    }

    [Fact]
    public void ChildrenComeBeforeWhatTheyLiveIn()
    {
        Send(Put("zz"), Seen.Response(201));
        Send(Use("zz"), Seen.Response(201, """{"useId":"1"}"""));
        Send(Put("aa"), Seen.Response(201));
        Assert.Equal(["1", "aa", "zz"], ledger.Entries.Select(e => e.Id));
    }

    [Fact]
    public void TheSameIdentifierUnderAnotherParentIsAnother()
    {
        Send(Use("a"), Seen.Response(201, """{"useId":"1"}"""));
        Send(Use("b"), Seen.Response(201, """{"useId":"1"}"""));
        Send(Use("b"), Seen.Response(201, """{"useId":"1"}"""));
        Assert.Equal(2, ledger.Entries.Count);
    }

    [Fact]
    public void WhatIsDeletedIsForgottenButWasMade()
    {
        Send(Put(Ours), Seen.Response(201));
        ledger.Remove(Assert.Single(ledger.Entries));
        Assert.Empty(Entries);
        Assert.Equal(Ours, Assert.Single(ledger.EverMade).Id);
    }

    [Fact]
    public void EachRequirementHasWhatWasMadeForItFirst()
    {
        foreach (var scope in new[] { "first", "second" })
            ledger.NoteEnd(Put(Ours), Seen.Response(201), scope);
        Assert.Single(ledger.MadeFor("first"));
        Assert.Empty(ledger.MadeFor("second"));
    }

    [Fact]
    public async Task ItIsReadWhileOthersWriteInIt()
    {
        using var end = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                for (var n = 0; !end.IsCancellationRequested; n++)
                {
                    Send(Put($"{Ours}-{n % 500}"), Seen.Response(201));
                    if (n % 3 == 0)
                        ledger.Remove(ledger.Entries[0]);
                }
            },
            TestContext.Current.CancellationToken
        );
        for (var n = 0; n < 500; n++)
            Assert.All(ledger.Entries, entry => Assert.NotNull(entry));
        await end.CancelAsync();
        await writing;
    }

    [Fact]
    public void WhatSupportingOperationsDoIsNotTheRuns()
    {
        Send(Put(Ours) with { Operation = Things.Put with { Role = OperationRole.Supporting } }, Seen.Response(201));
        Assert.Empty(Entries);
    }

    private IEnumerable<(string Id, bool IsGiven, bool IsCertain)> Entries =>
        ledger.Entries.Select(e => (e.Id, e.IsGiven, e.IsCertain));

    private void Send(RequestDraft request, Exchange exchange)
    {
        ledger.NoteBegin(request, ScriptedTarget.RunId);
        ledger.NoteEnd(request, exchange);
    }

    private static RequestDraft Put(string name) =>
        new RequestDraft(Things.Put, ImmutableDictionary<string, string>.Empty, null).With(
            Things.Name,
            new JsonText(name)
        );

    private static RequestDraft Use(string thing) =>
        new(Things.Use, ImmutableDictionary<string, string>.Empty.Add("thing", thing), JsonObject.Empty);
}
