namespace Conformance.Reference.Tests.Mutants;

/// <summary>What is said to Nova Act: creations, repeats, conflicts, reads, deletions and errors, round after round.</summary>
internal static class NovaActConversation
{
    /// <summary>Enough for what shows once in twenty; what shows once in a hundred is tried several times in each.</summary>
    private const int Rounds = 23;

    private const string Definitions = Valid.Definitions;

    private static readonly byte[] NoUtf8 = [.. """{"name":"half"""u8, 0xC3, .. "\"}"u8];

    public static async Task HoldAsync(QuietServer server)
    {
        await server.AskAsync("PUT", Definitions, """{"name":"demo"}""");
        await server.AskAsAStrangerAsync("GET", $"{Definitions}/demo");
        await AgeTokensAsync(server);
        for (var round = 0; round < Rounds; round++)
        {
            await DefineAsync(server, round);
            await RunAsync(server, round);
            await RepeatAsync(server, round);
            await ErrAsync(server, round);
            await DeleteAsync(server, round);
        }
        await server.AskAsync("PUT", Definitions, NoUtf8);
        await server.AskAsync("PUT", Definitions, """{"name":"typed"}""", "text/plain");
        await server.AskAsync("POST", Definitions, "{}");
        await server.AskAsync("POST", $"{Definitions}?maxResults=7", "{}");
        await OldTokensAsync(server);
    }

    private static string Runs(string definition) => $"{Definitions}/{definition}/workflow-runs";

    private static string Token(string of) => $"token-0123456789-0123456789-0123456789-{of}";

    private static Task<QuietResponse> StartAsync(
        QuietServer server,
        string definition,
        string token,
        string modelId = "m"
    ) => server.AskAsync("PUT", Runs(definition), Valid.RunWithToken(Token(token), modelId));

    /// <summary>One token comes again after eight others, which one that remembers ten tokens still knows.</summary>
    private static async Task AgeTokensAsync(QuietServer server)
    {
        for (var n = 0; n < 9; n++)
            await StartAsync(server, "demo", $"aged{n}");
        await StartAsync(server, "demo", "aged0");
    }

    /// <summary>The first token is among the last again, and so stands at another place than in the beginning.</summary>
    private static async Task OldTokensAsync(QuietServer server)
    {
        await StartAsync(server, "demo", "aged0");
        for (var n = 0; n < 5; n++)
            await StartAsync(server, "demo", $"late{n}");
    }

    private static async Task DefineAsync(QuietServer server, int round)
    {
        var name = $"definition-{round}";
        string Body(string description) =>
            $$$"""{"name":"{{{name}}}","description":"{{{description}}}","exportConfig":{"s3BucketName":"my-bucket"},"clientToken":"{{{Token(name)}}}"}""";

        await server.AskAsync("PUT", Definitions, Body("the first"));
        await server.AskAsync("PUT", Definitions, Body(round % 2 == 0 ? "the first" : "another"));
        await server.AskAsync("PUT", Definitions, $$"""{"name":"{{name}}"}""");
        await server.AskAsync("PUT", Definitions, $$"""{"name":"{{new string('n', 41 + round)}}"}""");
        await server.AskAsync("GET", $"{Definitions}/{name}");
    }

    private static async Task RunAsync(QuietServer server, int round)
    {
        var definition = $"definition-{round}";
        await server.AskAsync("PUT", Runs(definition), Valid.Run);
        var started = await server.AskAsync("PUT", Runs(definition), Valid.RunWith("logGroupName", "\"/my/logs\""));
        var run = $"{Runs(definition)}/{started.Text("workflowRunId") ?? "unknown"}";
        await server.AskAsync("GET", run);
        await server.AskAsync("GET", run);
        if (round % 5 == 0)
        {
            await server.AskAsync("PUT", run, """{"status":"SUCCEEDED"}""");
            await server.AskAsync("POST", Runs(definition), "{}");
        }
        await server.AskAsync("PUT", Runs($"unknown-{round}"), Valid.Run);
    }

    private static async Task RepeatAsync(QuietServer server, int round)
    {
        var (definition, token) = ($"definition-{round}", $"run{round}");
        await StartAsync(server, definition, token);
        await StartAsync(server, definition, token, round % 2 == 0 ? "m" : "another");
        await StartAsync(server, "demo", token);
        foreach (var wrong in "_.é $")
            await StartAsync(server, definition, $"{wrong}{round}");
    }

    private static async Task ErrAsync(QuietServer server, int round)
    {
        var rejected = $"refused-{round}";
        await server.AskAsync("PUT", Runs(rejected), Valid.Run);
        await server.AskAsync("PUT", Definitions, $$"""{"name":"{{rejected}}","description":""}""");
        await server.AskAsync("PUT", Runs(rejected), Valid.Run);
        await server.AskAsync("PUT", Runs("demo"), Valid.RunWithToken(Token(rejected), ""));
        await server.AskAsync("PUT", Runs("demo"), Valid.RunWithToken(Token(rejected)));
        var (method, target, body) = Odd[round % Odd.Length];
        await server.AskAsync(method, target, body);
    }

    private static readonly (string Method, string Target, string Body)[] Odd =
    [
        ("PUT", Definitions, ""),
        ("PUT", Definitions, "null"),
        ("PUT", Definitions, """{"name":"""),
        ("PUT", Definitions, """{"name":"half \ud83d"}"""),
        ("PUT", Definitions, """{"description":"of no name"}"""),
        ("PUT", Definitions, """{"name":null}"""),
        ("PUT", Definitions, """[{"name":"listed"}]"""),
        ("PUT", Runs("demo"), """{"modelId":"m","clientInfo":{}}"""),
        ("PUT", Runs("demo"), """{"modelId":7,"clientInfo":{"compatibilityVersion":"1"}}"""),
        ("PUT", Runs(""), Valid.Run),
        ("PUT", Runs("%zz"), Valid.Run),
        ("PUT", Runs("demo%3Bx"), Valid.Run),
        ("PATCH", Definitions, "{}"),
        ("GET", "/elsewhere", ""),
    ];

    private static async Task DeleteAsync(QuietServer server, int round)
    {
        var (definition, token) = ($"definition-{round}", $"deleted{round}");
        if (round % 4 == 0)
        {
            var run = await StartAsync(server, definition, token);
            await server.AskAsync("DELETE", $"{Runs(definition)}/{run.Text("workflowRunId") ?? "unknown"}");
            await StartAsync(server, definition, token);
        }
        if (round % 3 == 0)
        {
            await server.AskAsync("DELETE", $"{Definitions}/{definition}");
            await server.AskAsync("PUT", Runs(definition), Valid.Run);
            await server.AskAsync("PUT", Definitions, $$"""{"name":"{{definition}}"}""");
            await server.AskAsync("PUT", Runs(definition), Valid.Run);
        }
    }
}
