using System.Text;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Exchanges with text, with bytes, with too much, and with none.</summary>
internal static class SampleExchanges
{
    public const string RunCreated = """{"status":"RUNNING","workflowRunId":"6f1c9a52-0d2b-4a3e-9c57-2f4f5c0a9b11"}""";

    public static Exchange CreateRun(string modelId, int status, string response) =>
        new(
            new(
                "PUT",
                "https://target.example:8443/base/workflow-definitions/k7f2-def/workflow-runs",
                [
                    new("Content-Type", "application/json"),
                    new("Authorization", "AWS4-HMAC-SHA256 ‹redacted›"),
                    new("X-Amz-Date", "20260314T092653Z"),
                ],
                Encoding.UTF8.GetBytes(
                    $$$"""{"modelId":"{{{modelId}}}","clientInfo":{"compatibilityVersion":1,"sdkVersion":"it's 1.0"}}"""
                )
            ),
            new(
                status,
                [
                    new("Content-Type", "application/json"),
                    new("x-amzn-RequestId", "9d6a5b52-7d6e-4f0e-8f2e-1f9a4a1d3c77"),
                ],
                Encoding.UTF8.GetBytes(response),
                IsTruncated: false
            ),
            Failure: null,
            Milliseconds: 12.4
        );

    public static Exchange BinaryResponse() =>
        new(
            new(
                "POST",
                "https://target.example:8443/flows/AAAAAAAAAA/aliases/TSTALIASID",
                [],
                Encoding.UTF8.GetBytes("{}")
            ),
            new(
                200,
                [new("Content-Type", "application/vnd.amazon.eventstream")],
                Enumerable.Range(0, 3_000).Select(i => (byte)(i * 7)).ToArray(),
                IsTruncated: true
            ),
            Failure: null,
            Milliseconds: 1_104
        );

    public static Exchange BrokenOff()
    {
        var whole = BinaryResponse();
        return whole with
        {
            Response = whole.Response! with
            {
                IsTruncated = false,
                Arrivals = [new(0, 12.5), new(1_800, 1_100)],
                BrokenOff = new(TransportFailureKind.Disconnected, "the connection was closed within a chunk"),
            },
        };
    }

    public static Exchange Disconnected() =>
        BinaryResponse() with
        {
            Response = null,
            Failure = new(TransportFailureKind.Disconnected, "the connection was closed after 12 bytes"),
            Attempts = 2,
        };

    public static Exchange NoName() =>
        CreateRun("nova", 400, """<html><script>alert("from the target")</script></html>""");
}
