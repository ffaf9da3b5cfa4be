namespace Conformance.Generators.Bodies;

/// <summary>A right body under a wrong label, or under none.</summary>
internal static class Declared
{
    public static IEnumerable<BrokenBody> Wrong(JsonValue body) =>
        [
            As(body, "type-text", "text/plain", "declared as plain text"),
            As(body, "type-xml", "application/xml", "declared as XML"),
            As(body, "type-form", "application/x-www-form-urlencoded", "declared as a form"),
            As(body, "type-multipart", "multipart/form-data; boundary=x", "declared as multipart"),
            As(body, "type-octets", "application/octet-stream", "declared as bytes"),
            As(body, "type-near-miss", "application/jsonx", "declared as application/jsonx"),
            As(body, "type-malformed", "json", "declared as json, which is no media type"),
        ];

    public static BrokenBody Missing(JsonValue body) =>
        new(body.ToUtf8(), null, "type-missing", "without a content type", BodyViolation.MissingContentType, false);

    private static BrokenBody As(JsonValue body, string label, string contentType, string says) =>
        new(body.ToUtf8(), contentType, label, says, BodyViolation.WrongContentType, false);
}
