using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>One call of an operation.</summary>
public sealed record PennsieveCall
{
    internal PennsieveCall(PennsieveApi api, PennsieveOperation operation, string id, Incoming request)
    {
        Api = api;
        Operation = operation;
        Id = id;
        Request = request;
    }

    /// <summary>The operation.</summary>
    public PennsieveOperation Operation { get; init; }

    /// <summary>The id in the path, decoded; empty for an operation that has none.</summary>
    public string Id { get; init; }

    /// <summary>The request as it arrived.</summary>
    public Incoming Request { get; init; }

    internal PennsieveApi Api { get; }

    internal PennsieveBehaviour Behaviour => Api.Behaviour;

    internal PennsieveStore Store => Api.Store;

    internal Answer Refuse(Refusal refusal) => Behaviour.Refuse(refusal);

    /// <summary>
    /// Reads the body, then its members with <paramref name="read"/>. When all are in order, <paramref name="answer"/>
    /// is asked; else all that are not are named in one refusal, and nothing has changed.
    /// </summary>
    internal Answer WithMembers<T>(Func<JsonElement, ICollection<FieldFault>, T> read, Func<T, Answer> answer)
    {
        var body = Behaviour.ReadBody(Request);
        if (body.Refusal is { } refusal)
            return Refuse(refusal);
        var faults = new List<FieldFault>();
        var members = read(body.Object, faults);
        return faults.Count == 0 ? answer(members) : Refuse(Refusals.Invalid(faults));
    }
}
