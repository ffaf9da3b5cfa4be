using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Rules that are kept nearly always.</summary>
internal static class RareFaults
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Rarely(
                "OmitsRequestIdOnceIn100",
                "gives no request id",
                onceIn: 100,
                "CreateWorkflowRun/robustness/request-id",
                every =>
                    Twists.Correct with
                    {
                        Stamp = (response, id) => every.Comes() ? response : Twists.Correct.Stamp(response, id),
                    }
            )
            .AlsoBreaking("CreateWorkflowDefinition/robustness/request-id"),
        Rarely(
            "ForgetsRunTokenOnceIn20",
            "forgets the token of a run",
            onceIn: 20,
            "CreateWorkflowRun/idempotency/*",
            every => Twists.Correct with { RunTokens = new() { TokenOf = Forgetting(every) } }
        ),
        Rarely(
            "ForgetsDefinitionTokenOnceIn20",
            "forgets the token of a definition",
            onceIn: 20,
            "CreateWorkflowDefinition/idempotency/*",
            every => Twists.Correct with { DefinitionTokens = new() { TokenOf = Forgetting(every) } }
        ),
        LetsIn(
            "AcceptsTooLongNameOnceIn20",
            "too many characters",
            onceIn: 20,
            TextMember.Name,
            "maxLength/rejected",
            v => v.Length > 40
        ),
        LetsIn(
            "AcceptsAnyRunTokenOnceIn100",
            "any characters",
            onceIn: 100,
            TextMember.RunToken,
            "pattern/rejected",
            v => v.Length is >= 33 and <= 256 && Twists.Correct.Run.ClientToken.Check(v) is not null
        ),
        Rarely(
                "GivesThePreviousRunOnceIn20",
                "gives the run before in place of a new one",
                onceIn: 20,
                "CreateWorkflowRun/runs/distinct",
                GivingThePrevious
            )
            .AlsoBreaking("CreateWorkflowRun/*"),
    ];

    /// <summary>A fault that shows once in so many chances.</summary>
    public static Mutant Rarely(
        string name,
        string says,
        int onceIn,
        string breaks,
        Func<EveryNth, NovaActBehaviour> behaviour
    ) => Row(name, $"{says} once in {onceIn}", [breaks], () => behaviour(new EveryNth(onceIn))).ShowingOnceIn(onceIn);

    private static Func<string?, string?> Forgetting(EveryNth every) =>
        token => token is not null && every.Comes() ? null : token;

    /// <summary>What breaks the demands on one text member gets through once in so many chances.</summary>
    private static Mutant LetsIn(
        string name,
        string what,
        int onceIn,
        TextMember member,
        string breaks,
        Func<string, bool> letsIn
    ) =>
        Rarely(
                name,
                $"takes {what} for {member.Path}",
                onceIn,
                $"{member.Id}/{breaks}",
                every => member.Change(m => m.Taking(v => letsIn(v) && every.Comes()))
            )
            .AlsoBreaking($"{member.Id}/*/rejected");

    private static NovaActBehaviour GivingThePrevious(EveryNth every)
    {
        Response? before = null;
        return Twists.Responding(
            CreateRun,
            (_, response) =>
            {
                if (response.Status != 201)
                    return response;
                var earlier = Interlocked.Exchange(ref before, response);
                return every.Comes() ? earlier ?? response : response;
            }
        );
    }
}
