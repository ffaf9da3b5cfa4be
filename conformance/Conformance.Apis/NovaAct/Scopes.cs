using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;

namespace Conformance.Apis.NovaAct;

/// <summary>What the documents leave open about tokens: recorded, never judged.</summary>
public static class Scopes
{
    /// <summary>One token for runs of two definitions (R7).</summary>
    public static async Task<Finding> ObserveAnotherDefinition(TestSession test)
    {
        var other = await Definitions.Own(test);
        var request = Creation.WithToken(test, Creation.Token(test));
        var first = await test.Arrange(request, "a run with a token");
        var second = await test.Send(Runs.In(request, other), "the same token for a run of another definition");
        var isSame = Creation.IdOf(first) is { } id && id == Creation.IdOf(second);
        return Finding.Observed(
            test.Observe(
                "",
                "R7",
                "one token for runs of two definitions",
                isSame ? "the first run again"
                    : second.IsAccepted() ? "a run of its own"
                    : second.InWords()
            )
        );
    }

    /// <summary>The status that a repeat gives (R16).</summary>
    public static async Task<Finding> ObserveStatusOfReplay(TestSession test)
    {
        var request = Creation.WithToken(test, Creation.Token(test));
        var first = await test.Arrange(request, "a run with a token");
        var again = await test.Send(request, "the same again");
        return Finding.Observed(
            test.Observe(
                "",
                "R16",
                "the status that a repeat gives",
                again.Text("status") is { } status ? $"first {first.Text("status")}, then {status}" : again.InWords()
            )
        );
    }
}
