using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Resources that the service names, and that live in nothing.</summary>
public sealed class GivenIdentifiersTests
{
    private const string Write = "Write";

    [Theory]
    [InlineData("idempotency/replay")]
    [InlineData("idempotency/concurrent-replays")]
    [InlineData("idempotency/whole-token-counts")]
    [InlineData("idempotency/distinct-tokens-are-distinct")]
    [InlineData("idempotency/omitted-token-is-distinct")]
    [InlineData("idempotency/other-parameters/no-second-resource")]
    [InlineData("idempotency/other-parameters/conflict")]
    [InlineData("state/read-shows-what-was-created")]
    [InlineData("not-found/unknown-resource")]
    [InlineData("not-found/after-deletion")]
    [InlineData("idempotency/token-of-a-rejected-request")]
    public async Task ARightTargetPasses(string scenario) =>
        Assert.Equal(
            Outcome.Passed,
            (await new ScriptedNotebook().Run(Notebook.Notes, Write, BehaviourBook.Find(scenario)!.Test)).Outcome
        );

    [Theory]
    [InlineData("idempotency/replay")]
    [InlineData("idempotency/concurrent-replays")]
    [InlineData("idempotency/other-parameters/no-second-resource")]
    [InlineData("idempotency/other-parameters/conflict")]
    public async Task ATargetThatIgnoresTokensFails(string scenario)
    {
        var target = new ScriptedNotebook { IgnoresTokens = true };
        var finding = await target.Run(Notebook.Notes, Write, BehaviourBook.Find(scenario)!.Test);
        Assert.Equal(Outcome.Failed, finding.Outcome);
    }

    [Fact]
    public async Task WhereTokensHaveNoCaseNothingIsShown()
    {
        var finding = await new ScriptedNotebook().Run(
            Notebook.NotesUnder(Notebook.Token(Made.Matching("[0-9]{20}"))),
            Write,
            Tokens.AreCaseSensitive
        );
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task WhereAnyTokenMayBeSpentNothingIsShown() =>
        Assert.Equal(
            SkipReason.NotIsolated,
            await new ScriptedNotebook().RunInVain(
                Notebook.NotesUnder(Notebook.Token(Made.Matching("[0-9]{2}"))),
                Write,
                Replays.GetTheFirstResponse
            )
        );

    [Fact]
    public async Task WhereNothingCanDifferNothingIsShown() =>
        Assert.Equal(
            SkipReason.NotApplicable,
            await new ScriptedNotebook().RunInVain(
                Notebook.OfNotes(Made.Text("kind", Made.Required, new OneOf(["only"], Level.Must, Made.At(1)))),
                Write,
                OtherParameters.CreateNoSecond
            )
        );

    [Fact]
    public async Task WhatLivesInNothingCanNotBeCounted()
    {
        var finding = await new ScriptedNotebook().Run(Notebook.Notes, Write, Rejections.ChangeNothing);
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Theory]
    [InlineData("text", "another")]
    [InlineData("id", "another")]
    public async Task WhatIsShownOtherwiseFails(string member, string shown)
    {
        var target = new ScriptedNotebook
        {
            Finish = (r, right) =>
                r.Method == "GET" && right.Status == 200
                    ? right with
                    {
                        Body = JsonValue.Parse(right.Body).With(member, new JsonText(shown)).ToJson(),
                    }
                    : right,
        };
        var finding = await target.Run(Notebook.Notes, Write, ReadBack.ShowsWhatWasCreated);
        Assert.Equal((Outcome.Failed, $"reading back {member}"), (finding.Outcome, finding.Evidence?.Case));
    }
}
