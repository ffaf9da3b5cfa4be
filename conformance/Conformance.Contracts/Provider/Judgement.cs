using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Contracts.Provider;

/// <summary>Makes a finding of what Pact's verifier saw.</summary>
internal static class Judgement
{
    /// <summary>What came of it.</summary>
    /// <param name="test">Where it was tested.</param>
    /// <param name="attempt">What was verified.</param>
    /// <param name="excuse">Why a mismatch is not the target's fault, or null; not asked where there is none.</param>
    public static async Task<Finding> Of(
        TestSession test,
        Attempt attempt,
        Func<Attempt, Task<Finding?>>? excuse = null
    )
    {
        if (attempt is not { Request: { } request, Exchange: { } exchange })
            return Finding.Errored($"Pact's verifier sent nothing: {attempt.Result.Error ?? "it gives no reason"}");
        if (exchange.Failure is not null)
            return await test.WhyNoResponse(request, exchange) is { } why
                ? Finding.Errored(why, cause: Causes.Lost(exchange))
                : Failed(test, attempt.Result, exchange);
        // Of a request that is meant to fail, a limit may be the right response.
        if (!attempt.MayFail && exchange.Limit() is { } limit)
            return Finding.Errored(limit, cause: Causes.SaysNothing(exchange));
        var unread = attempt.Shown?.WhyInconclusive(attempt.Result);
        if (unread is null && attempt.Result.IsOk)
            return Finding.Passed(1);
        if (!attempt.MayFail && exchange.MayConflictWithItself())
            return Finding.Errored(exchange.ConflictWithItself(), cause: new(CauseKind.ConflictWithItself));
        if (attempt.Result is { Mismatches.IsEmpty: true, Error: { } error })
            return Finding.Errored($"Pact's verifier: {error}");
        if (unread is not null)
            return Finding.Errored(UnreadResponseException.InWords(unread), cause: new(CauseKind.LimitOfTheKit));
        // First, so that the evidence shows what failed and not what was sent to excuse it.
        var failed = Failed(test, attempt.Result, exchange);
        return excuse is null ? failed : await excuse(attempt) ?? failed;
    }

    private static Finding Failed(TestSession test, InteractionResult result, Exchange exchange)
    {
        // What differs stands first: responses are long, and summaries cut.
        var mismatches = string.Join("; ", result.Mismatches);
        var evidence = new Evidence(
            result.Description,
            "a response that fits the contract",
            mismatches.Length == 0 ? exchange.InWords() : $"{mismatches}; the response was {exchange.InWords()}",
            test.Trail
        );
        return Finding.Failed(
            evidence,
            cause: exchange.Failure is { } failure
                ? new(CauseKind.NoResponse) { Failure = failure.Kind }
                : new(CauseKind.ContractNotMet) { Rule = test.Requirement.Group.Name }
        );
    }
}
