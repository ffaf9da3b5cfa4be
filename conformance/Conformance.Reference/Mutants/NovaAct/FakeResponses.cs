using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Responses of mutants that say what is not so, and what tells the correct ones apart.</summary>
internal static class FakeResponses
{
    /// <summary>The response to a definition that was made.</summary>
    public static Response Active { get; } = Response.Json(201, writer => writer.WriteString("status", "ACTIVE"));

    /// <summary>The response to a run that was started.</summary>
    public static Response Started(Guid id) =>
        Response.Json(
            201,
            writer =>
            {
                writer.WriteString("workflowRunId", id);
                writer.WriteString("status", "RUNNING");
            }
        );

    /// <summary>The response to what conflicts with something that is there.</summary>
    public static Response Conflict() =>
        Twists.Correct.Reject(
            new Rejection(409, "ConflictException", "busy")
            {
                Members = [new("resourceId", "x"), new("resourceType", "x")],
            }
        );

    /// <summary>Whether the response says that a definition's name is taken.</summary>
    public static bool IsTaken(Response response) => Says(response, "name that is not taken");

    /// <summary>Whether this stands in the response.</summary>
    public static bool Says(Response response, string text) =>
        Encoding.UTF8.GetString(response.Body.Span).Contains(text, StringComparison.Ordinal);
}
