using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Pennsieve.PennsieveTwists;

namespace Conformance.Reference.Mutants.Pennsieve;

/// <summary>A request that is rejected, and the run that a wrong implementation starts for it nevertheless.</summary>
/// <param name="Body">The body.</param>
/// <param name="Asked">What could be read of it.</param>
/// <param name="Wrong">The members that could not.</param>
internal sealed record RejectedRun(JsonElement Body, RunParameters Asked, ImmutableArray<string> Wrong)
{
    /// <summary>Whether nothing but this member could not be read.</summary>
    public bool IsFor(string member) => Wrong is [var wrong] && wrong == member;

    /// <summary>Whether a layer is asked for that exists and is not ready.</summary>
    public bool HasUnreadyLayer => Wrong.IsEmpty && IsUnready(Asked);

    /// <summary>Whether a data source is asked for that the definition does not have.</summary>
    public bool HasUnknownDataSource =>
        Wrong.IsEmpty && Correct.DataSources(Asked.DataSources, Offered.Definition) is not null;

    public static bool IsUnready(RunParameters asked) =>
        asked.Layers.Any(layer => Offered.Layers.TryGetValue(layer, out var status) && status != LayerStatus.Ready);

    /// <summary>Rejects as is right, and starts the run of some rejected requests.</summary>
    /// <param name="starts">Which ones.</param>
    /// <param name="write">Writes the rejection; null for the right one.</param>
    public static PennsieveBehaviour Starting(
        Func<RejectedRun, bool> starts,
        Func<Response, WorkflowRun, Response>? write = null
    ) =>
        Correct with
        {
            Handle = call =>
            {
                var response = Correct.Handle(call);
                if (response.Status is < 400 or >= 500 || Read(call) is not { } rejected || !starts(rejected))
                    return response;
                var run = rejected.Run(call);
                call.Api.Begin(run);
                return write is null ? response : write(response, run);
            },
        };

    private static RejectedRun? Read(PennsieveCall call)
    {
        if (
            call.Operation != PennsieveOperation.CreateWorkflowRun
            || Correct.ReadBody(call.Request) is not { Rejection: null } body
        )
            return null;
        var faults = new List<FieldFault>();
        var asked = Correct.Members.Read(body.Object, faults);
        return new(body.Object, asked, [.. faults.Select(fault => fault.Name)]);
    }

    private WorkflowRun Run(PennsieveCall call)
    {
        var id = call.Api.NewId();
        return new(
            id,
            Asked.InstanceId ?? Offered.InstanceId,
            Correct.LabelOf(Asked.Label, id),
            RunStatus.Started,
            Asked,
            Asked.DataTargets,
            Offered.Definition,
            call.Api.Time.GetUtcNow(),
            EndedAt: null
        );
    }
}
