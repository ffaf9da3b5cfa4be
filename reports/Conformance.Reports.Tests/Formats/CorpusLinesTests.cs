using System.Text;
using System.Text.Json;
using Conformance.Reports.Corpus;
using Conformance.Reports.Formats;
using NJsonSchema;

namespace Conformance.Reports.Tests.Formats;

public sealed class CorpusLinesTests
{
    private static readonly FrozenCorpus Corpus = new(
        "0.1.0",
        [new("nova-act", "Amazon Nova Act", "1.0.0")],
        "smoke",
        long.MinValue,
        "corpus",
        "digest",
        [
            new("a/b/c", 1, "a request", "PUT", "/x", "application/json", """{"a":"é\ud800"}"""u8.ToArray()),
            new("a/b/c", 2, "odd octets", "PUT", "/x", "text/plain", new byte[] { 0xff, 0 }) { NeedsRawSocket = true },
            new("clean-up", 0, "deletes", "DELETE", "/x/{given}", null, null)
            {
                IsUnsigned = true,
                Framing = "Chunked",
            },
        ]
    );

    [Fact]
    public async Task EveryLineFollowsTheSchema()
    {
        var schema = await JsonSchema.FromJsonAsync(CorpusLines.Schema, TestContext.Current.CancellationToken);
        Assert.All(Lines(), line => Assert.Empty(schema.Validate(line)));
        Assert.NotEmpty(schema.Validate(Lines()[1].Replace("\"scope\"", "\"about\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheFirstLineSaysWhatItIsAndTheOthersAreReadable()
    {
        var lines = Lines();
        Assert.Equal(4, lines.Length);
        Assert.Contains(
            "\"seed\":-9223372036854775808,\"runId\":\"corpus\",\"requests\":3,\"requestsDigest\":\"digest\"",
            lines[0]
        );
        Assert.EndsWith(
            """
            "body":{"encoding":"utf-8","content":"{\"a\":\"é\\ud800\"}"}}
            """,
            lines[1],
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            """
            "body":{"encoding":"base64","content":"/wA="},"needsRawSocket":true}
            """,
            lines[2],
            StringComparison.Ordinal
        );
        using var last = JsonDocument.Parse(lines[3]);
        Assert.Equal(
            ["scope", "turn", "says", "method", "target", "framing", "isUnsigned"],
            last.RootElement.EnumerateObject().Select(member => member.Name)
        );
    }

    private static string[] Lines() =>
        Encoding.UTF8.GetString(CorpusLines.Write(Corpus).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
