using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>Pennsieve: which state each request needs. Paths, names and statuses are those of the conventions.</summary>
internal static class PennsieveInteractions
{
    private const string Instance = "workflowInstanceId";
    private const string Configuration = "workflowInstanceConfiguration";
    private const string DataSources = "dataSources";
    private const string Layers = "layers";
    private const string UnreadyLayer = "unreadyLayer";

    /// <summary>A definition may demand what the document doesn't call optional.</summary>
    /// <summary>A request whose fate a behaviour of the register decides.</summary>
    /// <param name="Name">The id's part behind <c>contract/</c>.</param>
    /// <param name="Behaviour">The behaviour.</param>
    /// <param name="State">What has to be so before.</param>
    /// <param name="Describes">The request in words.</param>
    /// <param name="Members">What it holds.</param>
    /// <param name="Needs">The fixtures behind it.</param>
    private sealed record Row(
        string Name,
        string Behaviour,
        string State,
        string Describes,
        string[] Members,
        string[] Needs
    );

    private static readonly Row[] Accepted =
    [
        new(Duties.Success, "modes/by-instance", StateNames.InstanceExists, "of an instance", [Instance], [Instance]),
        new(
            "success-configuration",
            "modes/by-configuration",
            StateNames.InstanceCanBeMade,
            "of a configuration",
            [Configuration],
            [Configuration]
        ),
    ];

    private static readonly Row[] Rejected =
    [
        new(
            "refused-both",
            "modes/both",
            StateNames.InstanceExists,
            "of an instance and a configuration",
            [Instance, Configuration],
            [Instance, Configuration]
        ),
        new(
            "refused-neither",
            "modes/neither",
            StateNames.InstanceExists,
            "of neither an instance nor a configuration",
            [],
            [Instance]
        ),
        new(
            "refused-unknown-instance",
            "modes/unknown-instance",
            StateNames.NoSuchInstance,
            "of an instance that does not exist",
            [Instance],
            [Instance]
        ),
        new(
            "refused-unknown-data-source",
            "nodes/unknown-data-source",
            StateNames.NoSuchDataSource,
            "with an input for a node that does not exist",
            [Instance, DataSources],
            [Instance, DataSources]
        ),
        new(
            "refused-unknown-layer",
            "layers/unknown",
            StateNames.NoSuchLayer,
            "with a layer that does not exist",
            [Instance, Layers],
            [Instance]
        ),
        new(
            "refused-layer-not-ready",
            "layers/not-ready",
            StateNames.LayerIsNotReady,
            "with a layer that is not READY",
            [Instance, Layers],
            [Instance, UnreadyLayer]
        ),
    ];

    public static IEnumerable<Interaction> Of(Api api)
    {
        var duties = new Duties(api, "CreateWorkflowRun");
        var success = duties.Operation.Success;
        var accepted = Match.StatusClass(success.Status, "success");
        var rejected = Statuses.Of(api.Convention("refusalStatus"));
        return
        [
            .. Accepted.Select(row => Asked(duties, row).Expecting(Expected(duties, row, accepted))),
            duties.Full(new ProviderState(StateNames.InstanceExists)),
            .. Rejected.Select(row =>
                (Asked(duties, row) with { Control = Duties.Success }).Expecting(Expected(duties, row, rejected))
            ),
        ];
    }

    private static Asking Asked(Duties duties, Row row) =>
        new(duties.Holding(row.Members), row.Name, row.Describes, new ProviderState(row.State))
        {
            Interpretations =
            [
                .. duties.Behaviour(row.Behaviour).Interpretations,
                duties.Api.InterpretationOn(InterpretationTopic.NoEntries),
            ],
            Needs = [.. row.Needs],
        };

    private static ExpectedResponse Expected(Duties duties, Row row, JsonValue status) =>
        ExpectedResponse.OfStatus(status, Facts.Of(duties.Behaviour(row.Behaviour)));
}
