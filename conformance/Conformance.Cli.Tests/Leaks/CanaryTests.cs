using System.Buffers;
using System.Text;
using System.Text.Json;
using Conformance.Reports.Tests.Secrecy;

namespace Conformance.Cli.Tests.Leaks;

/// <summary>Plants secrets wherever a target can, and searches every byte that a run writes.</summary>
public sealed class CanaryTests
{
    // Base64 as session tokens are, a key with slashes, a bearer token, and an access key's id.
    private static readonly ImmutableDictionary<string, string> Canaries = new Dictionary<string, string>
    {
        ["KEY_ID"] = "AKIAQ7Z2CANARYID0001",
        ["KEY"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYcanarykey1",
        ["TOKEN"] = "IQoJb3JpZ2luX2VjE+Ab/cD9/zQ+7w//kkZ8Qm4rT0canary==",
        ["BEARER"] = "eyJhbGciOi.canary-Bearer_9.f3Zk~tQ",
        ["API_KEY"] = "pk-canary/0f8e+7d6c5b4a39281706",
        ["HOOK_KEY"] = "hook+canary/Zx81kLm29QpR77TtUv53",
        ["HOOK_ID"] = "AKIAW5X1CANARYID0002",
    }.ToImmutableDictionary();

    private const int Window = 12;

    /// <summary>Parts of each spelled secret: none of them may be left.</summary>
    private static readonly SearchValues<string> Windows = SearchValues.Create(
        [.. Canaries.Values.SelectMany(secret => Spellings.All.Values.SelectMany(way => Parts(secret, way(secret))))],
        StringComparison.Ordinal
    );

    private const string Configuration = """
        apis:
          nova-act:
            auth:
              sigv4:
                region: us-east-1
                accessKeyId: { env: KEY_ID }
                secretAccessKey: { env: KEY }
                sessionToken: { env: TOKEN }
          bedrock-flows:
            auth: { header: { prefix: "Bearer ", value: { env: BEARER } } }
            fixtures:
              flowIdentifier: ECHOFLOW01
              flowAliasIdentifier: TSTALIASID
              inputs[].nodeName: FlowInputNode
              inputs[].nodeOutputName: document
              inputs[].content.document: a document
              echo: {}
          pennsieve:
            auth: { header: { name: X-Api-Key, value: { env: API_KEY } } }
            fixtures:
              workflowInstanceId: 11111111-2222-4333-8444-555555555555
            webhook:
              deadlineSeconds: 1
              signature:
                region: us-east-1
                accessKeyId: { env: HOOK_ID }
                secretAccessKey: { env: HOOK_KEY }
        limits: { requestTimeoutSeconds: 20 }
        """;

    [Fact]
    public async Task NoSecretIsInAnythingThatARunWrites()
    {
        ImmutableArray<string> secrets = [.. Canaries.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)];
        await using var target = await LeakyTarget.Start(secrets);
        using var scratch = new Scratch();
        var configuration = scratch.Write("conformance.yaml", Configuration);
        var call = await Calls.Run(
            Canaries,
            ["--target", target.Url, "--config", configuration, "--profile", "smoke", "--out", scratch.At("out")]
        );
        Assert.Equal(1, call.ExitCode);
        Assert.True(target.Requests > 300, $"{target.Requests} requests");
        var written = Directory
            .EnumerateFiles(scratch.At("out"), "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileName(file), Text: Encoding.Latin1.GetString(File.ReadAllBytes(file))))
            .Concat([(Name: "console", Text: call.Out), (Name: "progress", Text: call.Error)])
            .SelectMany(part => Layers(part.Name, part.Text))
            .ToList();
        Assert.All(
            ["results.json", "report.html", "junit.xml", "summary.md"],
            name =>
                Assert.Contains(
                    written,
                    part => part.Name == name && part.Text.Contains("redacted", StringComparison.Ordinal)
                )
        );
        var leaks = written.SelectMany(part => Leaks(part.Name, part.Text)).Take(40).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    private static IEnumerable<string> Leaks(string name, string text)
    {
        for (var from = 0; ; )
        {
            var next = text.AsSpan(from).IndexOfAny(Windows);
            if (next < 0)
                yield break;
            var at = from + next;
            yield return $"{name}: {text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ")}";
            from = at + Window;
        }
    }

    /// <summary>What stands in a file, and in the bodies in it.</summary>
    private static IEnumerable<(string Name, string Text)> Layers(string name, string text)
    {
        yield return (name, text);
        if (name != "results.json")
            yield break;
        using var document = JsonDocument.Parse(Encoding.Latin1.GetBytes(text));
        foreach (var body in document.RootElement.GetProperty("bodies").EnumerateObject())
            if (body.Value.GetProperty("encoding").GetString() == "base64")
                yield return (
                    "a body",
                    Encoding.Latin1.GetString(body.Value.GetProperty("content").GetBytesFromBase64())
                );
    }

    // In base64 the end belongs to what follows the secret. A part is as long as six characters of it at least.
    private static IEnumerable<string> Parts(string secret, string spelled)
    {
        var length = Math.Max(Window, 6 * spelled.Length / secret.Length);
        for (var from = 0; from + length <= spelled.Length - 20; from += 4)
            yield return spelled.Substring(from, length);
    }
}
