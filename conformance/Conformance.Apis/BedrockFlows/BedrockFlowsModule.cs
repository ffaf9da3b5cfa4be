using Conformance.Engine.Behaviours;
using Conformance.Engine.Testing;

namespace Conformance.Apis.BedrockFlows;

/// <summary>How each behaviour in Bedrock Flows' register is tested.</summary>
internal static class BedrockFlowsModule
{
    private const string InvokeFlow = "InvokeFlow";

    private static readonly ImmutableArray<string> Exceptions =
    [
        "accessDeniedException",
        "badGatewayException",
        "conflictException",
        "dependencyFailedException",
        "internalServerException",
        "resourceNotFoundException",
        "serviceQuotaExceededException",
        "throttlingException",
        "validationException",
    ];

    public static readonly ApiModule Module = new(
        "bedrock-flows",
        [
            Of("stream/content-type", Events.AreWhatTheySay),
            Of("stream/documented-events", Events.HaveTheirMembers),
            Of("stream/outputs", Events.HoldTheOutputs),
            Of("stream/one-completion", Events.CompleteOnce),
            Of("stream/nothing-after-completion", Events.EndWithTheCompletion),
            Of("stream/not-truncated", Events.AreWhole),
            Of("stream/frames", Events.AreWellFramed),
            Of("stream/exception-messages", Events.HaveExceptionsThatSaySo),
            Of("stream/unknown-events", Sightings.UnknownEvents),
            Of("stream/first-event-time", Sightings.FirstEvent),
            OfItsOwn("stream/failed-flow-ends-once", Failures.EndOnce, Failures.Fixture),
            .. Exceptions.Select(name => OfItsOwn($"failure/{name}", Failures.EndsWith(name), Failures.Fixture)),
            OfItsOwn("document/any-json", DocumentScenarios.AnyJsonComesBack, Echo.Fixture) with
            {
                TakesValue = SureDocuments.Problem,
            },
            OfItsOwn("document/unicode", DocumentScenarios.UnicodeComesBack, Echo.Fixture),
            OfItsOwn("document/large", DocumentScenarios.LargeComesBack),
            OfItsOwn("document/spellings", DocumentScenarios.SpellingsComeBack, Echo.Fixture),
            Of("document/empty-content", DocumentScenarios.ObserveEmptyContent),
            OfItsOwn("concurrency/own-responses", Isolation.HoldTheirOwn, Echo.Fixture) with
            {
                RunsAlone = true,
            },
            Of("identifiers/by-arn", Identifiers.MayBeArns, Identifiers.Flow, Identifiers.Alias),
            Of("not-found/unknown-flow", Unknown.FlowIsNotFound),
            Of("not-found/unknown-alias", Unknown.AliasIsNotFound),
            Of("nodes/unknown-node", Nodes.UnknownIsRejected),
            Of("nodes/unknown-output", Nodes.UnknownOutputIsObserved),
        ]
    );

    private static Scenario Of(
        string behaviour,
        Func<TestSession, Task<Finding>> run,
        params ReadOnlySpan<string> needs
    ) => new(behaviour, run) { Operation = InvokeFlow, Needs = [.. needs] };

    /// <summary>A scenario that chooses its requests itself.</summary>
    private static Scenario OfItsOwn(
        string behaviour,
        Func<TestSession, Task<Finding>> run,
        params ReadOnlySpan<string> needs
    ) => Of(behaviour, run, needs) with { Across = Across.None };

    private static Scenario Of(string behaviour, StreamCheck duty) =>
        new(behaviour, duty.Run)
        {
            Operation = InvokeFlow,
            Responses = duty.OfEveryResponse,
            // It looks at what all others get as well.
            Across = Across.Some,
        };
}
