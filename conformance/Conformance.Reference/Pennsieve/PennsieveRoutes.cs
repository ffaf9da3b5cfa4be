using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>The operations of Pennsieve that are implemented here.</summary>
public enum PennsieveOperation
{
    CreateWorkflowRun,
    GetWorkflowRun,
    GetWorkflowDefinition,
}

/// <summary>Where a request goes: an operation, or the reason why there is none.</summary>
/// <param name="Operation">The operation; null exactly when <paramref name="Rejection"/> is there.</param>
/// <param name="Id">The id in the path; empty for an operation that has none.</param>
/// <param name="Rejection">Why no operation is found.</param>
public readonly record struct PennsieveRoute(PennsieveOperation? Operation, string Id, Rejection? Rejection);

/// <summary>The paths of Pennsieve.</summary>
internal static class PennsieveRoutes
{
    /// <summary>The first segments of the paths: by them Pennsieve is told apart from the other APIs of a server.</summary>
    public static IEnumerable<string> FirstSegments(PennsieveOptions options) =>
        ((string[])[options.RunsPath, options.DefinitionsPath])
            .Select(path => RequestTarget.Read(path).Segments.FirstOrDefault() ?? "")
            .Distinct();

    /// <summary>
    /// The operation of this method on this path. An unknown path is rejected with 404, a method that a known path has
    /// not with 405, a broken escape with 400 (interpretation R15).
    /// </summary>
    public static PennsieveRoute Find(string method, RequestTarget target, PennsieveOptions options)
    {
        if (target.HasBrokenPath)
            return Reject(Rejections.Invalid("expected a well-formed path, got a broken escape"));
        if (Below(target, options.RunsPath) is [])
            return Choose(method, "POST", PennsieveOperation.CreateWorkflowRun, "");
        if (Below(target, options.RunsPath) is [{ } runId])
            return Choose(method, "GET", PennsieveOperation.GetWorkflowRun, runId);
        if (Below(target, options.DefinitionsPath) is [{ } definitionId])
            return Choose(method, "GET", PennsieveOperation.GetWorkflowDefinition, definitionId);
        return Reject(new Rejection(404, "NotFound", "expected a path of Pennsieve, got another one"));
    }

    private static PennsieveRoute Choose(string method, string allowed, PennsieveOperation operation, string id) =>
        method == allowed
            ? new(operation, id, null)
            : Reject(
                new Rejection(405, "MethodNotAllowed", $"expected {allowed}, got {method}")
                {
                    Headers = [new("Allow", allowed)],
                }
            );

    private static ImmutableArray<string?>? Below(RequestTarget target, string path)
    {
        var start = RequestTarget.Read(path).Segments;
        return target.Segments.AsSpan().StartsWith(start.AsSpan()) ? target.Segments[start.Length..] : null;
    }

    private static PennsieveRoute Reject(Rejection rejection) => new(null, "", rejection);
}
