using Conformance.Reference.Http;

namespace Conformance.Reference.NovaAct;

/// <summary>The operations of Nova Act that are implemented here.</summary>
public enum NovaActOperation
{
    CreateWorkflowDefinition,
    GetWorkflowDefinition,
    ListWorkflowDefinitions,
    DeleteWorkflowDefinition,
    CreateWorkflowRun,
    GetWorkflowRun,
    ListWorkflowRuns,
    UpdateWorkflowRun,
    DeleteWorkflowRun,
}

/// <summary>Where a request goes: an operation, or the reason why there is none.</summary>
/// <param name="Operation">The operation; null exactly when <paramref name="Rejection"/> is there.</param>
/// <param name="Rejection">Why no operation is found.</param>
public readonly record struct Routed(NovaActOperation? Operation, Rejection? Rejection);

/// <summary>The paths of Nova Act.</summary>
public static class Routes
{
    /// <summary>
    /// The operation of this method on this path. An unknown path is rejected with 404, a method that a known path has
    /// not with 405 (interpretation R15). What stands in the place of a name is looked at later.
    /// </summary>
    public static Routed Find(string method, RequestTarget target) =>
        target.Segments.AsSpan() switch
        {
            ["workflow-definitions"] => Choose(
                method,
                put: NovaActOperation.CreateWorkflowDefinition,
                post: NovaActOperation.ListWorkflowDefinitions
            ),
            ["workflow-definitions", _] => Choose(
                method,
                get: NovaActOperation.GetWorkflowDefinition,
                delete: NovaActOperation.DeleteWorkflowDefinition
            ),
            ["workflow-definitions", _, "workflow-runs"] => Choose(
                method,
                put: NovaActOperation.CreateWorkflowRun,
                post: NovaActOperation.ListWorkflowRuns
            ),
            ["workflow-definitions", _, "workflow-runs", _] => Choose(
                method,
                get: NovaActOperation.GetWorkflowRun,
                put: NovaActOperation.UpdateWorkflowRun,
                delete: NovaActOperation.DeleteWorkflowRun
            ),
            _ when target.HasBrokenPath => new(
                null,
                Rejections.Invalid("expected a well-formed path, got a broken escape")
            ),
            _ => new(
                null,
                new Rejection(404, "UnknownOperationException", "expected a path of Nova Act, got another one")
            ),
        };

    private static Routed Choose(
        string method,
        NovaActOperation? get = null,
        NovaActOperation? put = null,
        NovaActOperation? post = null,
        NovaActOperation? delete = null
    )
    {
        var operation = method switch
        {
            "GET" => get,
            "PUT" => put,
            "POST" => post,
            "DELETE" => delete,
            _ => null,
        };
        return operation is null ? WrongMethod(method, get, put, post, delete) : new(operation, null);
    }

    private static Routed WrongMethod(string method, params NovaActOperation?[] operations)
    {
        string[] methods = ["GET", "PUT", "POST", "DELETE"];
        var allowed = string.Join(", ", methods.Where((_, i) => operations[i] is not null));
        var rejection = new Rejection(405, "MethodNotAllowedException", $"expected one of {allowed}, got {method}");
        return new(null, rejection with { Headers = [new("Allow", allowed)] });
    }
}
