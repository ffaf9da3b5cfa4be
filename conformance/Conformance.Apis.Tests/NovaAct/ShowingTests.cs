using Conformance.Apis.NovaAct;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Apis.Tests.NovaAct;

/// <summary>What was created is read back as it was sent.</summary>
public sealed class ShowingTests
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";

    [Fact]
    public async Task WhatIsShownAsItWasSentPasses() =>
        Assert.Equal(Outcome.Passed, (await new ScriptedNovaAct().Run(Definition, Showing.Definition)).Outcome);

    [Theory]
    [InlineData("name", "another")]
    [InlineData("description", "short")]
    [InlineData("exportConfig.s3KeyPrefix", "other/")]
    [InlineData("description", null)]
    public async Task WhatIsShownOtherwiseFails(string member, string? shown)
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.Method == "GET" && right.Status == 200
                    ? right with
                    {
                        Body = Changed(JsonValue.Parse(right.Body), member, shown).ToJson(),
                    }
                    : right,
        };
        var finding = await target.Run(Definition, Showing.Definition);
        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains(member, finding.Evidence!.Case, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(100)]
    public async Task ADescriptionThatIsCutFails(int length)
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.Method == "GET"
                && right.Status == 200
                && JsonValue.Parse(right.Body).At("description") is JsonText text
                    ? right with
                    {
                        Body = Changed(JsonValue.Parse(right.Body), "description", text.Value[..length]).ToJson(),
                    }
                    : right,
        };
        Assert.Equal(Outcome.Failed, (await target.Run(Definition, Showing.Definition)).Outcome);
    }

    [Theory]
    [InlineData(404, "{}", Outcome.Failed)]
    [InlineData(200, "[]", Outcome.Failed)]
    [InlineData(429, "{}", Outcome.Errored)]
    public async Task WhatIsNotShownFailsUnlessALimitIsMet(int status, string body, Outcome outcome)
    {
        var preflight = true;
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
            {
                var isLate = r.Method == "GET" && !preflight;
                preflight &= r.TextAt("description") is null;
                return isLate ? new ScriptedResponse(status, body) : right;
            },
        };
        Assert.Equal(outcome, (await target.Run(Definition, Showing.Definition)).Outcome);
    }

    [Theory]
    [InlineData(Definition)]
    [InlineData(Run)]
    public async Task WithoutTheOperationNothingIsShown(string operation)
    {
        using var target = new ScriptedNovaAct().Target();
        var test = await ScriptedNovaAct.Bench(target, operation, s => s with { Capabilities = Capabilities.None });
        var finding = await (operation == Run ? Showing.Run(test) : Showing.Definition(test));
        Assert.Equal((Outcome.Skipped, SkipReason.NotObservable), (finding.Outcome, finding.Skip));
    }

    [Fact]
    public async Task ValuesThatMayBeLookedUpAreLeftOutWhereTheyAreRejected()
    {
        var target = new ScriptedNovaAct
        {
            Finish = (r, right) =>
                r.Method == "PUT" && r.At("exportConfig") is not null ? ScriptedResponse.NotFound : right,
        };
        Assert.Equal(Outcome.Passed, (await target.Run(Definition, Showing.Definition)).Outcome);
    }

    private static JsonValue Changed(JsonValue body, string member, string? value) =>
        value is null ? body.Without(member) : body.With(member, new JsonText(value));
}
