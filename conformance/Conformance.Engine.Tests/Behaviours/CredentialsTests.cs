using Conformance.Engine.Behaviours;
using Conformance.Engine.Tests.Scripted;
using Conformance.Engine.Tests.Testing;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Behaviours;

/// <summary>Requests without credentials are rejected, where the target asks for credentials at all.</summary>
public sealed class CredentialsTests
{
    [Theory]
    [InlineData(401, Outcome.Passed)]
    [InlineData(403, Outcome.Passed)]
    [InlineData(400, Outcome.Failed)]
    [InlineData(404, Outcome.Failed)]
    [InlineData(201, Outcome.Failed)]
    public async Task OneWithoutCredentialsIsRejectedBesideOneWithThem(int status, Outcome outcome)
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted, new ScriptedResponse(status));
        var session = target.Session(Made.Api(Rejecting.Put)) with { HasCredentials = true };
        var finding = await Credentials.AreAskedFor(ScriptedTarget.Bench(session, Rejecting.Put));
        Assert.Equal(outcome, finding.Outcome);
        Assert.Equal(2, target.Requests.Length);
    }

    [Fact]
    public async Task WhereThereAreNoneNothingCanBeLeftOut()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var finding = await Credentials.AreAskedFor(target.Bench(Rejecting.Put));
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (finding.Outcome, finding.Skip));
        Assert.Empty(target.Requests);
    }
}
