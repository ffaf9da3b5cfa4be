using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>Amazon Bedrock Flows: which state each request needs, and what Pact can say of a stream.</summary>
internal static class FlowInteractions
{
    private const string Failures = "failures";
    private static readonly ProviderState Exists = new(StateNames.FlowExists);

    public static IEnumerable<Interaction> Of(Api api)
    {
        var duties = new Duties(api, "InvokeFlow");
        IEnumerable<Interaction> accepted = [.. duties.Minimal(Exists), duties.Full(Exists)];
        IEnumerable<Interaction> rejected =
        [
            .. duties.Invalid(Exists),
            .. duties.Rejected(
                new(
                    duties.Required,
                    "ResourceNotFoundException",
                    "of a flow that does not exist",
                    new(StateNames.NoSuchFlow)
                ),
                "not-found/unknown-flow"
            ),
            .. duties.Operation.Errors.Where(IsTheFlows).SelectMany(e => Failing(duties, e)),
        ];
        return
        [
            .. accepted.Select(i => i with { Streamed = StreamedResponse.Accepted }),
            InJson(duties),
            .. rejected.Select(i => i with { Streamed = StreamedResponse.SaysNothing }),
        ];
    }

    /// <summary>What no broken request provokes, but a flow that fails.</summary>
    private static bool IsTheFlows(ErrorResponse error) =>
        error.Cause is not (ErrorCause.InvalidInput or ErrorCause.NotFound);

    private static IEnumerable<Interaction> Failing(Duties duties, ErrorResponse error)
    {
        var exception = char.ToLowerInvariant(error.Name[0]) + error.Name[1..];
        var parameters = new JsonObject([new("exception", new JsonText(exception))]);
        return duties.Rejected(
            new(
                duties.Required,
                error.Name,
                $"of a flow that fails with {exception}",
                new(StateNames.FlowFails, parameters)
            )
            {
                Needs = duties.Required.Needs.Add(Failures),
            },
            $"failure/{exception}"
        );
    }

    /// <summary>
    /// The response as the document prints it: one object with each event as a member (D3:51). A target may respond with an
    /// array, with lines or with frames as well, which Pact can't read.
    /// </summary>
    private static Interaction InJson(Duties duties)
    {
        var success = duties.Operation.Success;
        var events = success.Stream!.Events.Where(e => e.Role is EventRole.Output or EventRole.Completion).ToArray();
        var body = new JsonObject([
            .. events.Select(e => new JsonProperty(e.Name, Matchers.Body(e.Members, Writing.Demanded))),
        ]);
        var facts = events
            .Select(e => Facts.Of(e.Level, e.Source).And(Facts.Of(e.Members, Writing.Demanded)))
            .Aggregate(Facts.Of(success.StatusLevel, success.StatusSource), (all, more) => all.And(more));
        return new Asking(duties.Required, "success-json", "with the required members, asking for JSON", Exists)
        {
            Streamed = StreamedResponse.SaysNothing,
            Accept = success.ContentType,
        }.Expecting(new ExpectedResponse("", new(Match.Status(success.Status), body), facts));
    }
}
