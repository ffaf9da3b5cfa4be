using Conformance.Apis.NovaAct;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>Requests that are sent at once: one resource, and all agree on it.</summary>
public sealed class AtOnceTests
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    [Fact]
    public async Task ReplaysAtOnceThatStartTwoRunsFail()
    {
        var seen = new Dictionary<string, int>();
        // The second one does not see what the first one has begun.
        var target = new ScriptedNovaAct { Token = token => Count(seen, token) == 2 ? null : token };
        var finding = await target.Run(Run, Replays.AgreeWhenAtOnce);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.StartsWith("2 different runs", finding.Evidence!.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, Outcome.Passed)]
    [InlineData(4, Outcome.Failed)]
    public async Task AServerErrorAmongThemMayPassRarely(int errors, Outcome outcome)
    {
        var (left, seen) = (errors, new HashSet<string>());
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.TextAt("clientToken") is { } token && !seen.Add(token) && left-- > 0
                    ? new ScriptedResponse(500)
                    : right,
        };
        Assert.Equal(outcome, (await target.Run(Run, Replays.AgreeWhenAtOnce)).Outcome);
    }

    [Fact]
    public async Task WhereNoneOfThemIsAcceptedItFails()
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) => r.Turn is > 8 and < 13 ? ScriptedResponse.Conflict : right,
        };
        using var scripted = target.Target();
        var test = await ScriptedNovaAct.Bench(scripted, Run);
        var finding = await Replays.AgreeWhenAtOnce(test);
        Assert.Equal(Outcome.Failed, finding.Outcome);
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task WhereOneGetsNoResponseNothingIsShown(string operation)
    {
        var seen = new HashSet<string>();
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.TextAt("clientToken") is { } token && !seen.Add(token)
                    ? ScriptedResponse.None(TransportFailureKind.Malformed)
                    : right,
        };
        Assert.Equal(SkipReason.NotIsolated, await target.RunInVain(operation, Replays.AgreeWhenAtOnce));
    }

    [Fact]
    public async Task OfRivalsForOneNameExactlyOneIsAccepted()
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(Definition, Uniqueness.HoldsWhenAtOnce)).Outcome);
        var two = await new ScriptedNovaAct { Duplicate = ScriptedResponse.Accepted }.Run(
            Definition,
            Uniqueness.HoldsWhenAtOnce
        );
        Assert.Equal((Outcome.Failed, "4 accepted"), (two.Outcome, two.Evidence!.Actual));
    }

    [Fact]
    public async Task WhereNoRivalIsAcceptedThatIsWrongToo()
    {
        var alone = 0;
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.TextAt("clientToken") is not null && ++alone > 1 ? ScriptedResponse.Conflict : right,
        };
        var none = await target.Run(Definition, Uniqueness.HoldsWhenAtOnce);
        Assert.Equal((Outcome.Failed, "0 accepted"), (none.Outcome, none.Evidence!.Actual));
    }

    [Fact]
    public async Task ARivalWithoutAResponseIsAnError()
    {
        var alone = 0;
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.TextAt("clientToken") is not null && ++alone > 1
                    ? ScriptedResponse.None(TransportFailureKind.Malformed)
                    : right,
        };
        Assert.Equal(Outcome.Errored, (await target.Run(Definition, Uniqueness.HoldsWhenAtOnce)).Outcome);
    }

    private static int Count(Dictionary<string, int> seen, string token) =>
        seen[token] = seen.GetValueOrDefault(token) + 1;
}
