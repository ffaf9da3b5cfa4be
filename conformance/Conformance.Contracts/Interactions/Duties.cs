using Conformance.Contracts.Native;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>What contracts ask of any operation.</summary>
/// <param name="Api">The API.</param>
/// <param name="OperationId">The operation's name.</param>
internal sealed record Duties(Api Api, string OperationId)
{
    public const string Success = "success";

    public Operation Operation => Api.Operation(OperationId);

    /// <summary>A request with the required members.</summary>
    public Sending Required => Sending.Minimal(Api, Operation);

    /// <summary>A request with these members of the body, by their paths.</summary>
    public Sending Holding(params string[] paths) => Sending.Of(Api, Operation, m => paths.Contains(m.Path));

    /// <summary>A request with the required members is accepted.</summary>
    public IEnumerable<Interaction> Minimal(ProviderState state) =>
        Accepted(new(Required, Success, "with the required members", state));

    /// <summary>A request with every member is accepted. That its response has the same members as any is said there.</summary>
    public Interaction Full(ProviderState state) =>
        Accepted(new(Sending.Full(Api, Operation), "success-full", "with every member", state)).First();

    /// <summary>An earlier request with the same client token is accepted again.</summary>
    public Interaction Repeated(Sending earlier, ProviderState state)
    {
        var behaviour = Behaviour("idempotency/replay");
        var asking = new Asking(earlier, "replay", "that repeats one with its client token", state)
        {
            Interpretations = behaviour.Interpretations,
        };
        return asking.Expecting(
            ExpectedResponse.OfStatus(Match.StatusClass(Operation.Success.Status, "success"), Facts.Of(behaviour))
        );
    }

    /// <summary>A request that is accepted shows what the documents say of the response.</summary>
    public IEnumerable<Interaction> Accepted(Asking asking) =>
        ExpectedResponse.Accepted(Operation).Select(response => asking.Expecting(response));

    /// <summary>A request without a member that it needs is rejected as invalid.</summary>
    public IEnumerable<Interaction> Invalid(ProviderState state)
    {
        var missing = Operation.Body.First(m => m.IsRequired);
        var asking = new Asking(
            Required.Without(missing),
            Operation.ErrorFor(ErrorCause.InvalidInput)!.Name,
            $"without {missing.Path}",
            state
        );
        return Rejected(asking, Facts.Of(missing.Find<Required>()));
    }

    /// <summary>A request is rejected with the documented error that the asking is named after.</summary>
    public IEnumerable<Interaction> Rejected(Asking asking, string behaviour)
    {
        var known = Behaviour(behaviour);
        return Rejected(asking with { Interpretations = known.Interpretations }, Facts.Of(known));
    }

    /// <summary>The behaviour of the register.</summary>
    public Behaviour Behaviour(string id) => Api.Behaviours.First(b => b.Operation == OperationId && b.Id == id);

    private IEnumerable<Interaction> Rejected(Asking asking, Facts why)
    {
        var error = Operation.Errors.First(e => e.Name == asking.Name);
        var rejected = asking with { Control = asking.Control ?? Success, Error = error.Name };
        return ExpectedResponse
            .Rejected(error, Statuses.Of(Operation, error), why)
            .Select(response => rejected.Expecting(response));
    }
}
