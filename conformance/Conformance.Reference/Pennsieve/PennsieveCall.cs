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

    internal Response Reject(Rejection rejection) => Behaviour.Reject(rejection);

    /// <summary>
    /// Reads the body, then its members with <paramref name="read"/>. When all are in order, <paramref name="respond"/>
    /// is asked; else all that are not are named in one rejection, and nothing has changed.
    /// </summary>
    internal Response WithMembers<T>(Func<JsonElement, ICollection<FieldFault>, T> read, Func<T, Response> respond)
    {
        var body = Behaviour.ReadBody(Request);
        if (body.Rejection is { } rejection)
            return Reject(rejection);
        var faults = new List<FieldFault>();
        var members = read(body.Object, faults);
        return faults.Count == 0 ? respond(members) : Reject(Rejections.Invalid(faults));
    }
}
