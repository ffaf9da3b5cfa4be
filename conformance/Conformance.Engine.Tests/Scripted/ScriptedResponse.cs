using System.Net;
using System.Text;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Scripted;

/// <summary>What the script says to a request: a response, or a failure of transport.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record ScriptedResponse(int Status, string Body = "{}")
{
    public static readonly ScriptedResponse Accepted = new(201, """{"status":"ACTIVE"}""");

    public static readonly ScriptedResponse Rejected = new(400);

    public static readonly ScriptedResponse Conflict = new(409);

    public static readonly ScriptedResponse NotFound = new(404);

    /// <summary>A rejection for good that asks for patience.</summary>
    public static readonly ScriptedResponse Throttled = new(429);

    /// <summary>Why no response comes; null where one does.</summary>
    public TransportFailureKind? Failure { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Header lines beside the content type.</summary>
    public ImmutableArray<Header> Headers { get; init; } = [];

    /// <summary>No response, for this reason.</summary>
    public static ScriptedResponse None(TransportFailureKind failure) => new(0) { Failure = failure };

    /// <summary>A rejection whose list of fields names these.</summary>
    public static ScriptedResponse Naming(params string[] fields) =>
        new(400, $$"""{"fieldList":[{{string.Join(',', fields.Select(f => $$"""{"name":"{{f}}"}"""))}}]}""");

    public HttpResponseMessage ToMessage()
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
