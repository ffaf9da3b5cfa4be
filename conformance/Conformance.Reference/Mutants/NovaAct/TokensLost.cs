using System.Collections.Concurrent;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Tokens that are lost, misread or looked at too late.</summary>
internal static class TokensLost
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Row(
                "ForgetsRunTokensAtARejection",
                "forgets the tokens of a definition's runs when it rejects one",
                ["CreateWorkflowRun/idempotency/replay*"],
                ForgetsAtARejection
            )
            .AlsoBreaking("CreateWorkflowRun/idempotency/*"),
        Replays.RepeatsRuns(
            "RepeatsRunIdsInCapitals",
            "gives the id of a repeated run in capitals",
            "idempotency/replay*",
            (_, response) =>
                response.Rewritten(run => run["workflowRunId"] = Replays.RunId(response)!.ToUpperInvariant())
        ),
        Row(
                "ForgetsDefinitionTokenOnceARunIsStarted",
                "forgets the token of a definition that has runs",
                ["CreateWorkflowDefinition/idempotency/replay*"],
                () =>
                    Twists.Responding(
                        CreateDefinition,
                        (call, response) =>
                            response.Status == 201 && Lookups.HasRuns(call, call.Text("name") ?? "")
                                ? Replays.HandleAnew(call)
                                : response
                    )
            )
            .AlsoBreaking("CreateWorkflowDefinition/idempotency/*"),
        PartialComparisons.OfDefinitions(
            "ComparesExportConfigsByTheirBucket",
            "looks at the bucket alone when it compares exportConfigs of one token",
            (first, second) => ByBucket(first) == ByBucket(second)
        ),
        Row(
            "TakesTokensInBraces",
            "takes tokens in braces or parentheses, as identifiers are also written",
            [$"{TextMember.RunToken.Id}/pattern/rejected"],
            () => TextMember.RunToken.Change(m => m.Taking(token => token.Length > 36 && Guid.TryParse(token, out _)))
        ),
        RejectionsWithEffect.MakesRejected("MakesDefinitionRejectedForItsToken", "clientToken"),
    ];

    /// <summary>The session in which tokens are kept is rolled back.</summary>
    private static NovaActBehaviour ForgetsAtARejection()
    {
        var rejections = new ConcurrentDictionary<string, int>();
        var rejectionsBefore = new ConcurrentDictionary<string, int>();
        return Twists.Responding(
            CreateRun,
            (call, response) =>
            {
                if (response.Status == 400)
                    rejections.AddOrUpdate(call.DefinitionName, 1, (_, n) => n + 1);
                if (Replays.RunId(response) is not { } id)
                    return response;
                var now = rejections.GetValueOrDefault(call.DefinitionName);
                return rejectionsBefore.GetOrAdd(id, now) == now ? response : Replays.HandleAnew(call);
            }
        );
    }

    private static DefinitionParameters ByBucket(DefinitionParameters definition) =>
        definition with
        {
            ExportConfig = definition.ExportConfig is { } export ? export with { S3KeyPrefix = null } : null,
        };
}
