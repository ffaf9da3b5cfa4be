using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Messages of HTTP that are read and written by hand, with other numbers than HTTP has.</summary>
internal static class HandWrittenHttp
{
    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly ImmutableArray<Mutant> Rows =
    [
        OnTheWire(
                "ReadsChunkSizesInDecimal",
                "reads the sizes of chunks as decimal numbers",
                ["body/framings"],
                pass => pass.PassOnAsync(WithDecimalChunks(pass.Request))
            )
            .AlsoBreaking("body/*"),
        Row(
                "CountsErrorsInCharacters",
                "tells the length of an error that quotes a nodeName in characters, so that the end is missing",
                ["robustness/well-formed-json"],
                () => Responses(Quoted)
            )
            .AlsoBreaking("error/*", "inputs*", "nodes/*"),
    ];

    /// <summary>The request with as much of its body as decimal sizes tell, up to the first that is none.</summary>
    private static string WithDecimalChunks(string request)
    {
        const string chunked = "\r\nTransfer-Encoding: chunked";
        var head = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var at = request.IndexOf(chunked, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at > head)
            return request;
        var body = new StringBuilder();
        for (var next = head + 4; ; )
        {
            var line = request.IndexOf("\r\n", next, StringComparison.Ordinal);
            if (line < 0 || !IsSize(request[next..line], out var size))
                break;
            size = Math.Min(size, request.Length - line - 2);
            body.Append(request, line + 2, size);
            next = Math.Min(line + 2 + size + 2, request.Length);
        }
        return $"{request[..at]}\r\nContent-Length: {body.Length}{request[(at + chunked.Length)..head]}\r\n\r\n{body}";
    }

    private static bool IsSize(string line, out int size) =>
        int.TryParse(line.Split(';')[0], NumberStyles.None, CultureInfo.InvariantCulture, out size) && size > 0;

    private static Response Quoted(InvokeFlowCall call, Response response)
    {
        if (response.Chunks is not null || NodeName(call) is not { } name || Ascii.IsValid(name))
            return response;
        var error = new JsonObject { ["message"] = $"expected another nodeName, got {name}" }.ToJsonString(Relaxed);
        return response with { Body = Encoding.UTF8.GetBytes(error).AsMemory(0, error.Length) };
    }

    private static string? NodeName(InvokeFlowCall call) =>
        Correct.ReadBody(call.Request) is { Rejection: null } body
        && FlowJson.InputOf(body.Object) is { } input
        && input.TryGetProperty("nodeName", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
