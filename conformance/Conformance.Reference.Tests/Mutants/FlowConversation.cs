using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Tests.BedrockFlows;

namespace Conformance.Reference.Tests.Mutants;

/// <summary>What is said to InvokeFlow: documents of all kinds, flows that fail, and errors, round after round.</summary>
internal static class FlowConversation
{
    private const int Rounds = 21;

    public static async Task HoldAsync(QuietServer server)
    {
        await server.AskAsAStrangerAsync("POST", Invocations.EchoPath);
        for (var round = 0; round < Rounds; round++)
        {
            await InvokeAsync(server, $"\"of round {round}\"");
            await InvokeAsync(server, Documents[round % Documents.Length]);
            var failing = Offer.Failing[round % Offer.Failing.Length];
            await server.AskAsync("POST", Invocations.Path(failing.BeforeStream), Invocations.Body());
            await server.AskAsync("POST", Invocations.Path(failing.WithinStream), Invocations.Body());
            await server.AskAsync("POST", Invocations.Path($"NOSUCHFL{round + 10}"), Invocations.Body());
            var (target, body) = Odd[round % Odd.Length];
            await server.AskAsync("POST", target, body);
        }
    }

    private static Task<QuietResponse> InvokeAsync(QuietServer server, string document) =>
        server.AskAsync("POST", Invocations.EchoPath, Invocations.Body(document));

    private static readonly string[] Documents =
    [
        "\"a\"",
        "\"b\"",
        "123",
        "1.5e300",
        "null",
        "true",
        "\"Zürich 😀 \\u0000\"",
        """{"a":[1,{"b":null}],"A":""}""",
        "[[],{},[null]]",
    ];

    private static readonly (string Target, string Body)[] Odd =
    [
        (Invocations.EchoPath, ""),
        (Invocations.EchoPath, "[]"),
        (Invocations.EchoPath, """{"inputs":[]}"""),
        (Invocations.EchoPath, """{"inputs":[{"content":{},"nodeName":"FlowInputNode"}]}"""),
        (Invocations.EchoPath, """{"inputs":[{"content":{"document":1},"nodeName":"1 2"}]}"""),
        (Invocations.EchoPath, """{"inputs":[{"content":{"document":1},"nodeName":"OtherNode"}]}"""),
        (Invocations.Path("ECHOFLOW01", "NOSUCHALIA"), Invocations.Body()),
        (Invocations.Path(Invocations.ArnOfEcho), Invocations.Body()),
        ("/flows/%zz/aliases/TSTALIASID", Invocations.Body()),
        ("/flows/ECHOFLOW01", Invocations.Body()),
    ];
}
