using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Testing;

/// <summary>What an exchange shows counts for all requirements that are about it, whatever it was sent for.</summary>
internal static class Watching
{
    private const int NotImplemented = 501;

    /// <summary>Shows the exchange to all who watch.</summary>
    /// <param name="session">Who watches.</param>
    /// <param name="requirement">The requirement that the request was sent for.</param>
    /// <param name="request">The request as it was drawn up.</param>
    /// <param name="turn">Its turn within that requirement.</param>
    /// <param name="step">What was sent and what came.</param>
    public static void Watches(
        this ApiSession session,
        Requirement requirement,
        RequestDraft request,
        int turn,
        Step step
    )
    {
        if (step.Exchange.Response is not { } response)
            return;
        var sent = session.TestingRequests;
        var isSupporting = request.Operation.Role == OperationRole.Supporting;
        // Whether a supporting operation is implemented is for the target to say.
        if (!(isSupporting && response.Status == NotImplemented))
            session.Watch.Look(
                isSupporting ? requirement.Operation : request.Operation.Id,
                new Observed(request, response, session.Draw.Prefix),
                requirement.Id,
                turn,
                step,
                session.Evidence,
                sent
            );
        if (step.Exchange.IsAccepted() ? request.IsOrdinary : !request.MayStopBeforeTheApi)
            session.Responses.Look(request, requirement.Id, turn, step, session.Evidence, sent);
    }
}
