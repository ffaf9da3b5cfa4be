using Conformance.Apis.Pennsieve;
using Conformance.Contracts.Interactions;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Contracts.Provider;

/// <summary>Tests that a target keeps to one interaction of the kit's own contracts.</summary>
/// <param name="Interaction">What the documents demand.</param>
/// <param name="Pact">The same for Pact's verifier.</param>
/// <param name="Control">What has to be accepted before a rejection shows anything; null where nothing has to.</param>
/// <param name="Verify">The verifier.</param>
/// <param name="Deadline">How long the verifier may take.</param>
internal sealed record ContractCheck(
    Interaction Interaction,
    PactInteraction Pact,
    PactInteraction? Control,
    Verify Verify,
    VerifierDeadline Deadline
)
{
    /// <summary>Verifies the control request, then the interaction.</summary>
    public async Task<Finding> Run(TestSession test)
    {
        if (IsMissing(test))
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"the target does not have the optional operation {test.Operation.Id}"
            );
        try
        {
            if (Control is not null && await WhyNotIsolated(test, Control) is { } unfit)
                return unfit;
            test.BeginCase();
            var attempt = await Attempted(test, Pact);
            return await Judgement.Of(test, attempt, mismatched => Excuse(test, mismatched));
        }
        catch (VerifierLostException lost)
        {
            return Finding.Errored(lost.Message);
        }
    }

    /// <summary>What only reads was looked for before; what deletes shows it by its response.</summary>
    private static bool IsMissing(TestSession test) =>
        test.Operation is { Role: OperationRole.Supporting, Method: not "DELETE" }
        && !test.Session.Capabilities.Has(test.Operation.Id);

    private Task<Attempt> Attempted(TestSession test, PactInteraction pact) =>
        Attempt.At(test, new Relaying(test, inJson: true) { Expected = pact.Response }, pact, Verify, Deadline);

    private async Task<Finding?> WhyNotIsolated(TestSession test, PactInteraction control)
    {
        var attempt = await Attempted(test, control);
        if (attempt.Exchange is not { } exchange)
            return Finding.Errored($"'{control.Description}' was not sent: {attempt.Result.Error}");
        if (exchange.IsAccepted())
            return null;
        return exchange.SaysNothing()
            ? Finding.Errored(exchange.Limit() ?? $"'{control.Description}': {exchange.InWords()}")
            : Finding.Skipped(
                SkipReason.NotIsolated,
                $"'{control.Description}' should have been accepted, got {exchange.InWords()}"
            );
    }

    /// <summary>Why a mismatch is not the target's fault, or null where it is.</summary>
    private async Task<Finding?> Excuse(TestSession test, Attempt mismatched)
    {
        var (request, exchange) = (mismatched.Request!, mismatched.Exchange!);
        if (test.Operation.Role == OperationRole.Supporting && exchange.Response!.Status is 404 or 405 or 501)
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"the target does not have the optional operation {test.Operation.Id}: {exchange.InWords()}"
            );
        if (IsUnreadableStream(test, exchange))
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"Pact can't read the response's stream: {exchange.InWords()}; the requirements stream/* judge it"
            );
        if (exchange.IsAccepted() || Interaction.Control is not null)
            return null;
        if (!WasAcceptedBefore(test, exchange) && await MayNotKnow(test, exchange) is { } unknown)
            return unknown;
        return await DemandsMore(test, request)
            ? Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the target accepts it only with all that the configuration names{test.Session.Api.Cite(InterpretationTopic.NoEntries)}; without: {exchange.InWords()}"
            )
            : null;
    }

    private bool IsUnreadableStream(TestSession test, Exchange exchange) =>
        Interaction.Streamed == StreamedResponse.SaysNothing
        && test.Operation.Success.Stream is not null
        && exchange is { Response.Status: >= 200 and < 300 }
        && exchange.StreamedError is not { Status: not null }
        && !StreamInJson.IsReadable(StreamDecoder.Decode(exchange.Response));

    /// <summary>Where its state took a request with the same values, no value can be the reason.</summary>
    private static bool WasAcceptedBefore(TestSession test, Exchange rejected) =>
        test.Trail.Any(step =>
            step.Exchange.IsAccepted()
            && step.Exchange.Request.Method == rejected.Request.Method
            && step.Exchange.Request.Url == rejected.Request.Url
        );

    /// <summary>A target may look values up that no fixture names.</summary>
    private async Task<Finding?> MayNotKnow(TestSession test, Exchange rejected)
    {
        if (LookUp.Explains(test, rejected) is { } required)
            return LookUp.Missing(test, required, rejected);
        if (Interaction.LooksUp.FirstOrDefault(path => CanBeWithout(test, path)) is not { } path)
            return null;
        var sure = await test.Send(
            test.FullOfSureValues(test.Operation),
            "the same without values that a target may look up"
        );
        return sure.IsAccepted()
            ? Finding.Skipped(
                SkipReason.InterpretationAllows,
                $"the target may not know the value of {path}{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}: {rejected.InWords()}; "
                    + $"name one that works as the fixture {path} in the configuration"
            )
            : null;
    }

    private static bool CanBeWithout(TestSession test, string path) =>
        test.Session.Fixtures.For(path) is null
        && test.Operation.Body.Any(top => !top.IsRequired && top.SelfAndBelow().Any(m => m.Path == path));

    private async Task<bool> DemandsMore(TestSession test, RequestDraft request)
    {
        var interpretation = test.Session.Api.InterpretationOn(InterpretationTopic.NoEntries);
        if (!Interaction.Interpretations.Contains(interpretation) || request.Body is null)
            return false;
        var whole = Runs.WithAllKnown(test, test.Valid(test.Operation));
        var response = await test.Send(whole, "a run with all that the configuration names");
        return response.IsAccepted();
    }
}
