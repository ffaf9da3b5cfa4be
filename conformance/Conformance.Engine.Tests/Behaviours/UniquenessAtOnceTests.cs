using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Of several requests for one name at once, exactly one is accepted.</summary>
public sealed class UniquenessAtOnceTests
{
    private const string Shelf = "PutShelf";

    [Fact]
    public async Task OfRivalsForOneNameExactlyOneIsAccepted()
    {
        Assert.Equal(Outcome.Passed, (await new ScriptedLibrary().Run(Shelf, Uniqueness.HoldsAtOnce)).Outcome);
        var two = await new ScriptedLibrary { Duplicate = ScriptedResponse.Accepted }.Run(
            Shelf,
            Uniqueness.HoldsAtOnce
        );
        Assert.Equal((Outcome.Failed, "4 accepted"), (two.Outcome, two.Evidence!.Actual));
    }

    [Fact]
    public async Task WhereNoRivalIsAcceptedThatIsWrongToo()
    {
        var alone = 0;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) => r.TextAt("ticket") is not null && ++alone > 1 ? ScriptedResponse.Conflict : right,
        };
        var none = await target.Run(Shelf, Uniqueness.HoldsAtOnce);
        Assert.Equal((Outcome.Failed, "0 accepted"), (none.Outcome, none.Evidence!.Actual));
    }

    [Fact]
    public async Task ARivalWithoutAResponseIsAnError()
    {
        var alone = 0;
        var target = new ScriptedLibrary
        {
            Finish = (r, right) =>
                r.TextAt("ticket") is not null && ++alone > 1
                    ? ScriptedResponse.None(TransportFailureKind.Malformed)
                    : right,
        };
        Assert.Equal(Outcome.Errored, (await target.Run(Shelf, Uniqueness.HoldsAtOnce)).Outcome);
    }
}
