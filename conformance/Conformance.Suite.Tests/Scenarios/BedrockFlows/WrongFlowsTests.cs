using System.Collections.Immutable;
using Conformance.Generators;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Suite.Tests.Scenarios.BedrockFlows.Twists;

namespace Conformance.Suite.Tests.Scenarios.BedrockFlows;

/// <summary>Implementations that fail flows, or find them, in a wrong way.</summary>
public sealed class WrongFlowsTests
{
    private static readonly ImmutableDictionary<string, JsonValue> Within = Judged.Fixtures.SetItem(
        "failures",
        Judged.Failures(f => f.WithinStream)
    );

    private static readonly ImmutableArray<Lie> Lies =
    [
        Failing("ends a failed flow in silence", events => events.Where(e => !e.IsException)),
        Failing(
            "completes a failed flow",
            events => events.Select(e => e.IsException ? FlowEvent.Completion("SUCCESS") : e)
        ),
        Failing("breaks off a failed flow", events => events.TakeWhile(e => !e.IsException).ThenBreakingOff()) with
        {
            MayBreak = ["stream/not-truncated"],
        },
        new(
            "completes behind the exception",
            Flowing(events =>
                events.SelectMany<FlowEvent, FlowEvent>(e => e.IsException ? [e, FlowEvent.Completion("SUCCESS")] : [e])
            ),
            "stream/failed-flow-ends-once"
        )
        {
            Fixtures = Within,
        },
        new(
            "says twice that the flow failed",
            Flowing(events => events.SelectMany<FlowEvent, FlowEvent>(e => e.IsException ? [e, e] : [e])),
            "stream/failed-flow-ends-once"
        )
        {
            Fixtures = Within,
        },
        new(
            "goes on behind the exception",
            Flowing(events =>
                events.SelectMany<FlowEvent, FlowEvent>(e =>
                    e.IsException
                        ?
                        [
                            e,
                            Event(
                                "flowOutputEvent",
                                """{"content":{"document":1},"nodeName":"A","nodeType":"FlowOutputNode"}"""
                            ),
                        ]
                        : [e]
                )
            ),
            "stream/failed-flow-ends-once"
        )
        {
            Fixtures = Within,
        },
        new(
            "says dependencyFailedException of every failure",
            Flowing(events => events.Select(e => e.IsException ? FlowEvent.Exception(FlowError.DependencyFailed) : e)),
            "failure/accessDeniedException",
            "failure/badGatewayException",
            "failure/conflictException",
            "failure/internalServerException",
            "failure/resourceNotFoundException",
            "failure/serviceQuotaExceededException",
            "failure/throttlingException",
            "failure/validationException"
        )
        {
            Fixtures = Within,
        },
        new(
            "answers 500 for a bad gateway",
            Refusing(r => r.Status == 502 ? r with { Status = 500 } : r),
            "failure/badGatewayException"
        ),
        new(
            "mixes up the two errors of status 400",
            Refusing(r => r.Error == "ServiceQuotaExceededException" ? r with { Error = "ValidationException" } : r),
            "failure/serviceQuotaExceededException"
        ),
        new(
            "invokes any flow",
            Correct with
            {
                Find = (directory, flow, alias) => directory.Find(flow, alias) ?? directory.Flows[0],
            },
            "not-found/unknown-flow",
            "not-found/unknown-alias"
        ),
        new(
            "ignores the alias",
            Correct with
            {
                Find = (directory, flow, _) => directory.Find(flow, Offer.TestAlias),
            },
            "not-found/unknown-alias"
        ),
        new(
            "calls an unknown flow invalid",
            Refusing(r => r.Status == 404 ? FlowError.Validation.AsRefusal() : r),
            "not-found/unknown-flow",
            "not-found/unknown-alias",
            "failure/resourceNotFoundException"
        ),
        new(
            "knows no ARNs",
            Correct with
            {
                Find = (directory, flow, alias) =>
                    flow.Contains(':') || alias.Contains(':') ? null : directory.Find(flow, alias),
            },
            "identifiers/by-arn"
        ),
        new("takes any node", Correct with { FitsFlow = (_, _) => null }, "nodes/unknown-node"),
    ];

    public static TheoryData<string> Says { get; } = [.. Lies.Select(lie => lie.Says)];

    [Theory]
    [MemberData(nameof(Says))]
    public Task ATargetIsSeenThroughThat(string says) => Lies.Single(lie => lie.Says == says).IsSeenThrough();

    private static Lie Failing(string says, Func<IAsyncEnumerable<FlowEvent>, IAsyncEnumerable<FlowEvent>> change) =>
        new(
            says,
            Correct with
            {
                Run = invocation =>
                    invocation.Flow.FailsWithinStream is null ? FlowRun.Of(invocation) : change(FlowRun.Of(invocation)),
            },
            "stream/failed-flow-ends-once",
            "failure/*"
        )
        {
            Fixtures = Within,
        };

    private static BedrockFlowsBehaviour Refusing(Func<Refusal, Refusal> change) =>
        Correct with
        {
            Refuse = refusal => RestJsonErrors.Write(change(refusal)),
        };
}
