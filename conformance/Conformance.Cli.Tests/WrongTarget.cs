using Conformance.Reference;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Cli.Tests;

/// <summary>Targets that are wrong in one way.</summary>
internal static class WrongTarget
{
    /// <summary>The one must-requirement that <see cref="AcceptsTooLongModelId"/> breaks.</summary>
    public const string BrokenByTooLongModelId = "nova-act/CreateWorkflowRun/modelId/maxLength/rejected";

    /// <summary>Takes a modelId of any length from 1.</summary>
    public static Task<ReferenceServer> AcceptsTooLongModelId() =>
        Start(
            NovaActBehaviour.Correct with
            {
                Run = new() { ModelId = Member.Text("modelId", true, Checks.Length(1, 1000)) },
            }
        );

    /// <summary>Answers everything with a body that tries to steer the terminal of whoever reads it.</summary>
    public static Task<ReferenceServer> AnswersEscapeCodes() =>
        Start(
            NovaActBehaviour.Correct with
            {
                Finish = (_, answer) =>
                    answer with
                    {
                        Status = 418,
                        Body = "\u001b[2J\u001b]0;owned\u0007\r\n\u009b31m"u8.ToArray(),
                    },
            }
        );

    /// <summary>Takes no notice of tokens, and answers each success with a body that is no JSON.</summary>
    public static Task<ReferenceServer> AnswersNoJson() =>
        Start(
            NovaActBehaviour.Correct with
            {
                DefinitionTokens = new() { TokenOf = _ => null },
                RunTokens = new() { TokenOf = _ => null },
                Finish = (_, answer) => answer.Status < 300 ? answer with { Body = "done"u8.ToArray() } : answer,
            }
        );

    private static Task<ReferenceServer> Start(NovaActBehaviour behaviour) =>
        ReferenceServer.StartAsync(new ReferenceOptions { NovaAct = behaviour }, TestContext.Current.CancellationToken);
}
