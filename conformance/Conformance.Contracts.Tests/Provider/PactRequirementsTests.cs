using Conformance.Apis;
using Conformance.Contracts.Provider;
using Conformance.Contracts.Tests.Native;
using Conformance.Engine.Planning;
using Conformance.Engine.Running;
using Conformance.Reference;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>Pacts that the kit has not written.</summary>
public sealed class PactRequirementsTests
{
    [Fact]
    public async Task AKnownStateIsBroughtAboutForAnybody()
    {
        var verdict = await Judge(
            Interaction("a workflow definition exists", "/workflow-definitions/${name}/workflow-runs", 400)
        );
        Assert.Equal((Outcome.Passed, "nova-act/pact/Web-Shop/asks-1"), (verdict.Outcome, verdict.Requirement.Id));
    }

    [Fact]
    public async Task AnUnknownStateIsToldAndNotGuessed()
    {
        var verdict = await Judge(Interaction("the moon is full", "/moon", 404));
        Assert.Equal((Outcome.Skipped, SkipReason.MissingFixture), (verdict.Outcome, verdict.Skip));
        Assert.Contains("doesn't know the provider state 'the moon is full'", verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("--state-url", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(0, verdict.Requests);
    }

    [Fact]
    public async Task WhoeverKnowsAStateIsAsked()
    {
        var asked = new List<string>();
        var verdict = await Judge(
            Interaction("the moon is full", "/moon", 404),
            (state, _) =>
            {
                asked.Add(state.Name);
                return Task.FromResult(new StateReply([], null));
            }
        );
        Assert.Equal(Outcome.Passed, verdict.Outcome);
        Assert.Equal(["the moon is full"], asked);
    }

    [Fact]
    public async Task WhoeverFailsToBringAStateAboutIsQuoted()
    {
        var verdict = await Judge(
            Interaction("the moon is full", "/moon", 404),
            (_, _) => Task.FromResult(new StateReply(null, "it is new"))
        );
        Assert.Equal((Outcome.Skipped, "the state 'the moon is full': it is new"), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public async Task WhatAConsumerReliesOnBinds()
    {
        var verdict = await Judge(Interaction(null, "/moon", 200));
        Assert.Equal((Outcome.Failed, Level.Must), (verdict.Outcome, verdict.Requirement.Level));
        Assert.Contains("status: expected 200 but was 404", verdict.Reason, StringComparison.Ordinal);
        Assert.Single(verdict.Evidence!.Exchanges);
    }

    [Fact]
    public async Task AMessageIsSkipped()
    {
        var verdict = await Judge("""{"description":"asks (1)","type":"Asynchronous/Messages"}""");
        Assert.Equal((Outcome.Skipped, SkipReason.NotApplicable), (verdict.Outcome, verdict.Skip));
    }

    [Fact]
    public void EveryInteractionHasAnIdOfItsOwn()
    {
        var same = Interaction(null, "/moon", 200);
        var pacts = Read($"{same},{Interaction("full", "/moon", 200)},{same}");
        Assert.Equal(
            ["nova-act/pact/Web-Shop/asks-1", "nova-act/pact/Web-Shop/asks-1-2", "nova-act/pact/Web-Shop/asks-1/full"],
            PactRequirements.Named(Apis.Named("nova-act"), pacts).Select(n => n.Id).Order(StringComparer.Ordinal)
        );
    }

    private static string Interaction(string? state, string path, int status) =>
        $$$"""
            {"description":"asks (1)",{{{(state is null ? "" : $"\"providerState\":\"{state}\",")}}}
             "request":{"method":"GET","path":"{{{path}}}"},"response":{"status":{{{status}}}}}
            """.Replace(
            "\"GET\"",
            path.EndsWith("runs", StringComparison.Ordinal) ? "\"PUT\"" : "\"GET\"",
            StringComparison.Ordinal
        ).Replace("${name}", "demo", StringComparison.Ordinal);

    private static ImmutableArray<PactInteraction> Read(string interactions) =>
        PactFile.Read(
            $$"""{"consumer":{"name":"Web Shop"},"provider":{"name":"nova-act"},"interactions":[{{interactions}}]}"""
        );

    private static async Task<Verdict> Judge(string interaction, BringElsewhere? elsewhere = null)
    {
        Library.Needed();
        await using var server = await ReferenceServer.StartAsync(new ReferenceOptions(), Cancel);
        var catalog = Catalog.Load(api =>
            api.Name == "nova-act" ? PactRequirements.Of(api, Read(interaction), Quiet.Verify, elsewhere) : []
        );
        var options = Judged.Options(server.BaseAddress, new()) with
        {
            Selection = Selection.All with { Groups = [RequirementGroup.Pact] },
        };
        return Assert.Single((await new Runner(options).Run(catalog, Cancel)).Verdicts);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
