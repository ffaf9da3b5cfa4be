using Conformance.Reports;
using Conformance.Suite.Scenarios;
using Conformance.Suite.Tests.Proving;
using Conformance.Suite.Tests.Scripted;

namespace Conformance.Suite.Tests.Scenarios;

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
