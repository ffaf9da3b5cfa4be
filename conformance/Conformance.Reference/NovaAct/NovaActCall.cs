using System.Text.Json;
using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>One call of an operation, its path already found in order.</summary>
public sealed record NovaActCall
{
    internal NovaActCall(NovaActApi api, NovaActOperation operation, RequestTarget target, Incoming request)
    {
        Api = api;
        Operation = operation;
        Target = target;
        Request = request;
        DefinitionName = target.Segments.ElementAtOrDefault(1) ?? "";
        RunId = target.Segments.ElementAtOrDefault(3) ?? "";
    }

    /// <summary>The operation.</summary>
    public NovaActOperation Operation { get; init; }

    /// <summary>The request's target, decoded.</summary>
    public RequestTarget Target { get; init; }

    /// <summary>The request as it arrived.</summary>
    public Incoming Request { get; init; }

    /// <summary>The definition's name in the path; empty for an operation that has none.</summary>
    public string DefinitionName { get; init; }

    /// <summary>The run's identifier in the path; empty for an operation that has none.</summary>
    public string RunId { get; init; }

    internal NovaActApi Api { get; }

    internal NovaActStore Store => Api.Store;

    internal string DefinitionArn(string name) => Api.ArnPrefix + name;

    internal string RunArn(string runId) => $"{Api.ArnPrefix}{DefinitionName}/workflow-run/{runId}";

    internal Response Reject(Rejection rejection) => Api.Behaviour.Reject(rejection);

    internal Response NotFound() =>
        RunId.Length == 0 || Store.FindDefinition(DefinitionName) is null
            ? Reject(Rejections.NotFound(Rejections.Definition, DefinitionName))
            : Reject(Rejections.NotFound(Rejections.Run, RunId));

    /// <summary>
    /// Reads the body, then its members with <paramref name="read"/>. When all are in order, <paramref name="respond"/>
    /// is asked; else all that are not are named in one rejection, and nothing has changed.
    /// </summary>
    internal Response WithMembers<T>(Func<JsonElement, ICollection<FieldFault>, T> read, Func<T, Response> respond)
    {
        var body = Api.Behaviour.ReadBody(Request);
        if (body.Rejection is { } rejection)
            return Reject(rejection);
        var faults = new List<FieldFault>();
        var members = read(body.Object, faults);
        return faults.Count == 0
            ? respond(members)
            : Reject(
                Rejections.Invalid($"expected other values of {string.Join(", ", faults.Select(f => f.Name))}", faults)
            );
    }
}
