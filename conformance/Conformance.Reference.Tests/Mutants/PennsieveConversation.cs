using Conformance.Reference.Pennsieve;
using Conformance.Reference.Tests.Pennsieve;

namespace Conformance.Reference.Tests.Mutants;

/// <summary>What is said to Pennsieve: runs of both modes, reads, webhooks and errors, round after round.</summary>
internal static class PennsieveConversation
{
    private const int Rounds = 23;
    private const string Callback = "\"http://callback.example/hook\"";

    public static async Task HoldAsync(QuietServer server)
    {
        await server.AskAsAStrangerAsync("POST", Workspace.Runs);
        for (var round = 0; round < Rounds; round++)
        {
            var started = await StartAsync(server, ("name", $"\"of round {round}\""));
            await server.AskAsync("GET", $"{Workspace.Runs}/{started.Text("id") ?? "unknown"}");
            await CallBackAsync(server, round);
            await StartAsync(server, ("layers", """["layer-building"]"""));
            await StartAsync(server, ("layers", """["layer-ready"]"""), ("executionBudgetUsd", "0"));
            await StartAsync(server, ("tags", $$"""{"processor-1":"v{{round}}"}"""));
            await server.AskAsync("GET", Workspace.Definition);
            await server.AskAsync("POST", Workspace.Runs, Workspace.Configured(Configuration(round / 2)));
            await server.AskAsync("POST", Workspace.Runs, Odd[round % Odd.Length]);
        }
    }

    private static Task<QuietResponse> StartAsync(QuietServer server, params (string Member, string? Json)[] members) =>
        server.AskAsync("POST", Workspace.Runs, Workspace.With(members));

    private static async Task CallBackAsync(QuietServer server, int round)
    {
        await StartAsync(
            server,
            ("completionCallbackUrl", Callback),
            ("completionCallbackContext", $$"""{"round":{{round}}.5,"text":" Zürich ","nothing":null,"list":[1,2]}""")
        );
        var end = round % 3 == 0 ? RunStatus.Failed : RunStatus.Canceled;
        await StartAsync(
            server,
            ("completionCallbackUrl", Callback),
            ("processorParams", $$$"""{"processor-1":{"outcome":"{{{end}}}"}}""")
        );
    }

    private static string Configuration(int number) =>
        $$"""{"workflowDefinitionId":"{{Offered.DefinitionId}}","computeNodeId":"compute-node-{{number}}"}""";

    private static readonly string[] Odd =
    [
        "",
        "null",
        "[1]",
        """{"workflowInstanceId":""",
        "{}",
        Workspace.With("workflowInstanceConfiguration", Offered.ConfigurationJson),
        Workspace.With("workflowInstanceId", "\"22222222-2222-4333-8444-555555555555\""),
        Workspace.With("dataSources", """{"source-9":{}}"""),
        Workspace.With("layers", """["layer-of-nobody"]"""),
        Workspace.With("executionBudgetUsd", "-1"),
    ];
}
