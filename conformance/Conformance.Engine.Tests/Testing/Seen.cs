using System.Text;
using System.Text.Json;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>Exchanges, values and members made by hand.</summary>
internal static class Seen
{
    public static readonly Citation Anywhere = new("D0", 1, "a document");

    private static readonly SentRequest Request = new("PUT", "http://127.0.0.1/", [], null);

    public static Exchange Response(int status, string body = "", params Header[] headers) =>
        Response(new ReceivedResponse(status, [.. headers], Encoding.UTF8.GetBytes(body), IsTruncated: false));

    public static Exchange Response(ReceivedResponse response) => new(Request, response, null, 1);

    public static Exchange Failure(TransportFailureKind kind, double milliseconds = 1) =>
        new(Request, null, new TransportFailure(kind, "its detail"), milliseconds);

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    public static Member Member(string path, JsonKind kind, params Member[] members) =>
        new(
            path.EndsWith("[]", StringComparison.Ordinal) ? "[]" : path.Split('.')[^1],
            path,
            Place.Body,
            kind,
            [],
            [.. members]
        );
}
