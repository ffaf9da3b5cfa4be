using System.Diagnostics.CodeAnalysis;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>One workspace of Pennsieve.</summary>
internal sealed class PennsieveApi : IAsyncDisposable
{
    private readonly RunConductor conductor;
    private readonly Func<Guid> newId;

    public PennsieveApi(ReferenceOptions options)
    {
        Behaviour = options.Pennsieve;
        Options = options.PennsieveOptions;
        Time = options.Time;
        newId = options.NewRunId;
        Store = new PennsieveStore(Behaviour.Configurations, NewId);
        var region = Options.CallbackRegion ?? options.Region;
        var signer = new WebhookSigner(Options.CallbackCredentials, region, Options.CallbackService, Time);
        var sender = new WebhookSender(Behaviour, Options, signer);
        conductor = new RunConductor(Behaviour, Store, sender, Options.RunDelay, Time);
    }

    /// <summary>A workspace of its own, at its paths.</summary>
    public static IEnumerable<Mount> Mounts(ReferenceOptions options)
    {
        var api = new PennsieveApi(options);
        return PennsieveRoutes
            .FirstSegments(options.PennsieveOptions)
            .Select(
                (segment, i) =>
                    new Mount(segment, (request, _) => ValueTask.FromResult(api.Respond(request)))
                    {
                        Owned = i == 0 ? api : null,
                    }
            );
    }

    public PennsieveBehaviour Behaviour { get; }

    public PennsieveOptions Options { get; }

    public PennsieveStore Store { get; }

    public TimeProvider Time { get; }

    /// <summary>A fresh identifier of a run or an instance.</summary>
    public string NewId() => Behaviour.WriteId(newId());

    /// <summary>Begins a run, which ends on its own.</summary>
    public void Begin(WorkflowRun run) => conductor.Begin(run);

    /// <summary>Ends when all runs that have begun have ended, and their webhooks are delivered or given up.</summary>
    public Task IdleAsync() => conductor.IdleAsync();

    /// <summary>Responds to any request: what escapes from a step becomes a 500 that tells no more.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "whatever a step throws, the client gets a response"
    )]
    public Response Respond(Incoming request)
    {
        try
        {
            var (operation, response) = Dispatch(request);
            return Behaviour.Finish(operation, response);
        }
        catch (Exception)
        {
            return Behaviour.Reject(Rejections.Internal());
        }
    }

    public ValueTask DisposeAsync() => conductor.DisposeAsync();

    private (PennsieveOperation?, Response) Dispatch(Incoming request)
    {
        if (Options.BearerToken is { } token && Behaviour.Authenticate(request, token) is { } denied)
            return (null, Behaviour.Reject(denied));
        var (operation, id, rejection) = Behaviour.Route(
            request.Method,
            Behaviour.ReadTarget(request.RawTarget),
            Options
        );
        return operation is { } found
            ? (found, Behaviour.Handle(new PennsieveCall(this, found, id, request)))
            : (null, Behaviour.Reject(rejection!));
    }
}
