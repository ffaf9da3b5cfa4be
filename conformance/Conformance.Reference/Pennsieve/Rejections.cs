using Conformance.Reference.Http;

namespace Conformance.Reference.Pennsieve;

/// <summary>Why Pennsieve rejects. The document gives neither statuses nor bodies (interpretation R25).</summary>
internal static class Rejections
{
    public static Rejection Invalid(string message) => new(400, "BadRequest", message);

    /// <summary>All members at fault, each named in the message.</summary>
    public static Rejection Invalid(IEnumerable<FieldFault> faults) =>
        Invalid(string.Join("; ", faults.Select(f => $"{f.Name}: {f.Message}")));

    public static Rejection NotFound(string kind, string id) =>
        new(404, "NotFound", $"expected a {kind} that exists, got '{id}', which does not");

    public static Rejection Unauthorized(string message) =>
        new(401, "Unauthorized", message) { Headers = [new("WWW-Authenticate", "Bearer")] };

    public static Rejection Internal() =>
        new(500, "InternalError", "the server failed to respond; this is a fault of its own, not of the request");

    /// <summary>The response that tells a rejection: an object with the member <c>message</c>.</summary>
    public static Response Write(Rejection rejection)
    {
        var response = Response.Json(rejection.Status, writer => writer.WriteString("message", rejection.Message));
        return response with { Headers = response.Headers.AddRange(rejection.Headers) };
    }
}
