using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>Why Pennsieve refuses. The document gives neither statuses nor bodies (interpretation R25).</summary>
internal static class Refusals
{
    public static Refusal Invalid(string message) => new(400, "BadRequest", message);

    /// <summary>All members at fault, each named in the message.</summary>
    public static Refusal Invalid(IEnumerable<FieldFault> faults) =>
        Invalid(string.Join("; ", faults.Select(f => $"{f.Name}: {f.Message}")));

    public static Refusal NotFound(string kind, string id) =>
        new(404, "NotFound", $"expected a {kind} that exists, got '{id}', which does not");

    public static Refusal Unauthorized(string message) =>
        new(401, "Unauthorized", message) { Headers = [new("WWW-Authenticate", "Bearer")] };

    public static Refusal Internal() =>
        new(500, "InternalError", "the server failed to answer; this is a fault of its own, not of the request");

    /// <summary>The answer that tells a refusal: an object with the member <c>message</c>.</summary>
    public static Answer Write(Refusal refusal)
    {
        var answer = Answer.Json(refusal.Status, writer => writer.WriteString("message", refusal.Message));
        return answer with { Headers = answer.Headers.AddRange(refusal.Headers) };
    }
}
