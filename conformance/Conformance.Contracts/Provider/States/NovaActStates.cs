using Conformance.Contracts.Interactions;
using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider.States;

/// <summary>States of Nova Act: everything that they speak of, the kit makes itself.</summary>
internal static class NovaActStates
{
    private const string Definition = "CreateWorkflowDefinition";
    private const string Run = "CreateWorkflowRun";
    private const string DefinitionName = "workflowDefinitionName";
    private const string RunId = "workflowRunId";
    private const string Token = "clientToken";
    private const string Model = "modelId";

    public static ImmutableArray<KnownState> All { get; } =
    [
        new(StateNames.DefinitionExists, async (test, _, usual) => usual.With(DefinitionName, await Existing(test))),
        new(StateNames.NameIsTaken, async (test, _, usual) => usual.With(DefinitionName, await Own(test))),
        new(
            StateNames.NoDefinitionHasTheName,
            (test, _, usual) => Task.FromResult(usual.With(DefinitionName, NameIn(test, Fresh(test, Definition))))
        ),
        new(StateNames.DefinitionWasCreatedWithToken, CreateWithToken),
        new(StateNames.RunWasStartedWithToken, StartWithToken),
        new(StateNames.RunExists, StartRun),
    ];

    /// <summary>A definition of its own, or the one that the configuration names where the target makes none.</summary>
    private static async Task<string> Existing(TestSession test) =>
        test.Session.Unsupported.Contains(Definition) ? Named(Fresh(test, Run)) : await Own(test);

    private static async Task<BroughtAbout> CreateWithToken(TestSession test, JsonObject parameters, BroughtAbout usual)
    {
        var token = Unused(test, Definition);
        var request = Holding(Fresh(test, Definition).UnderToken(test, token), parameters);
        await test.Arrange(request, "a workflow definition with a client token");
        return usual.With(DefinitionName, NameIn(test, request)).With(Token, token);
    }

    private static async Task<BroughtAbout> StartWithToken(TestSession test, JsonObject parameters, BroughtAbout usual)
    {
        var definition = await Existing(test);
        var token = Unused(test, Run);
        var request = Holding(RunIn(test, definition).UnderToken(test, token), parameters);
        await test.Arrange(request, "a workflow run with a client token");
        return usual
            .With(DefinitionName, definition)
            .With(Token, token)
            .With(Model, request.TextAt(MemberOf(test, Run, Model))!);
    }

    private static async Task<BroughtAbout> StartRun(TestSession test, JsonObject parameters, BroughtAbout usual)
    {
        var definition = await Existing(test);
        var started = await test.Arrange(RunIn(test, definition), "a workflow run");
        var id =
            Resource(test, Run).IdOf(started)
            ?? throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"an accepted response gives no {RunId}: {started.InWords()}"
            );
        return usual.With(DefinitionName, definition).With(RunId, id) with { Given = [id] };
    }

    /// <summary>The request with these members in the place of its own.</summary>
    private static RequestDraft Holding(RequestDraft request, JsonObject members) =>
        request with
        {
            Body = members.Properties.Aggregate(request.Body!, (body, member) => body.With(member.Name, member.Value)),
        };

    private static Resource Resource(TestSession test, string creation) =>
        new(test.Session.Api, test.Session.Api.Operation(creation));

    private static RequestDraft Fresh(TestSession test, string creation) => Resource(test, creation).Fresh(test);

    /// <summary>A run of this definition.</summary>
    private static RequestDraft RunIn(TestSession test, string definition) =>
        Fresh(test, Run).In(test, MemberOf(test, Run, DefinitionName), definition);

    /// <summary>A definition of its own; gives the name.</summary>
    private static Task<string> Own(TestSession test) => Creating.OwnParent(test, MemberOf(test, Run, DefinitionName));

    private static string NameIn(TestSession test, RequestDraft request) =>
        request.TextAt(Resource(test, Definition).Name)!;

    /// <summary>A token that no request has used.</summary>
    private static string Unused(TestSession test, string creation) =>
        TokenValues.Fresh(test, Resource(test, creation).Token!);

    private static string Named(RequestDraft request) =>
        request.TextAt(request.Operation.Parameters.First(p => p.Name == DefinitionName))!;

    private static Member MemberOf(TestSession test, string operation, string path) =>
        test.Session.Api.Operation(operation).RequestMembers().First(m => m.Path == path);
}
