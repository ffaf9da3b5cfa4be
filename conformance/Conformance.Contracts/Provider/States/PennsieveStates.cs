using System.Globalization;
using Conformance.Contracts.Interactions;
using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider.States;

/// <summary>States of Pennsieve: instances, nodes and layers are the configuration's to name.</summary>
internal static class PennsieveStates
{
    private const string Instance = "workflowInstanceId";
    private const string Configuration = "workflowInstanceConfiguration";
    private const string Layers = "layers";
    private const string DataSources = "dataSources";
    private const string UnreadyLayer = "unreadyLayer";

    public static ImmutableArray<KnownState> All { get; } =
    [
        Having(StateNames.InstanceExists, Instance, (_, usual) => usual),
        Having(StateNames.InstanceCanBeMade, Configuration, (_, usual) => usual),
        Having(
            StateNames.NoSuchInstance,
            Instance,
            (test, usual) => usual.With(Instance, KnownNames.Unknown(test, MemberOf(test, Instance)))
        ),
        Having(
            StateNames.NoSuchDataSource,
            DataSources,
            (test, usual) => usual.With(DataSources, OneMore(usual, Fresh(test, "node")))
        ),
        Having(StateNames.NoSuchLayer, Instance, (test, usual) => WithLayer(usual, new JsonText(Fresh(test, "layer")))),
        Having(
            StateNames.LayerIsNotReady,
            UnreadyLayer,
            (test, usual) => WithLayer(usual, test.Session.Fixtures.For(UnreadyLayer)!)
        ),
    ];

    /// <summary>A state that can't be had without a fixture.</summary>
    private static KnownState Having(
        string name,
        string fixture,
        Func<TestSession, BroughtAbout, BroughtAbout> bring
    ) =>
        new(
            name,
            (test, _, usual) =>
                test.Session.Fixtures.For(fixture) is null
                    ? throw new CannotArrangeException(
                        SkipReason.MissingFixture,
                        $"the state '{name}' needs the fixture {fixture}; name it in the configuration"
                    )
                    : Task.FromResult(bring(test, usual))
        );

    private static BroughtAbout WithLayer(BroughtAbout usual, JsonValue layer) =>
        usual.With(
            Layers,
            usual.Values.GetValueOrDefault(Layers) is JsonArray known
                ? new JsonArray(known.Items.Add(layer))
                : new JsonArray([layer])
        );

    /// <summary>The known entries, and the first of them once more under the id of a node that does not exist.</summary>
    private static JsonObject OneMore(BroughtAbout usual, string node) =>
        usual.Values.GetValueOrDefault(DataSources) is JsonObject { Properties: [var first, ..] known }
            ? new JsonObject(known.Add(first with { Name = node }))
            : throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the fixture {DataSources} names no data-source node; give it at least one entry"
            );

    /// <summary>With the run's id behind: Pact sorts members, and their order must not depend on the run.</summary>
    private static string Fresh(TestSession test, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"no-such-{what}-{test.Session.Draw.Prefix}-{test.NextDraw().Seed:x8}"
        );

    private static Member MemberOf(TestSession test, string path) =>
        test.Session.Api.Operation("CreateWorkflowRun").RequestMembers().First(m => m.Path == path);
}
