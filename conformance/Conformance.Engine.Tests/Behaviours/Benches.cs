using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Tests of one operation, after the preflight.</summary>
internal static class Benches
{
    public static async Task<TestSession> Of(
        ScriptedTarget target,
        Api api,
        string operation,
        Func<ApiSession, ApiSession>? change = null
    )
    {
        var (session, inconclusive) = await Preflight.Look(target.Session(api), TestContext.Current.CancellationToken);
        Assert.Null(inconclusive);
        return ScriptedTarget.Bench(
            change?.Invoke(session) ?? session,
            api.Operation(operation),
            interpretations: ["A7"]
        );
    }
}
