using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;

namespace Conformance.Apis.NovaAct;

/// <summary>Which status a repeat gives is for the target to say: recorded, never judged.</summary>
internal static class StatusOfReplays
{
    /// <summary>The status that a repeat gives.</summary>
    public static async Task<Finding> Observe(TestSession test)
    {
        var request = Resource.Of(test).FreshWithToken(test);
        var first = await test.Arrange(request, "a run with a token");
        var again = await test.Send(request, "the same again");
        return Finding.Observed(
            test.Observe(
                "",
                "the status that a repeat gives",
                again.Text("status") is { } status ? $"first {first.Text("status")}, then {status}" : again.InWords()
            )
        );
    }
}
