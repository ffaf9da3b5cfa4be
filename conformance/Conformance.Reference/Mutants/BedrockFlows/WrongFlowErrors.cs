using Conformance.Reference.BedrockFlows;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Flows that fail, each with another error than the one that it fails with.</summary>
internal static class WrongFlowErrors
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        FailsWith("FailsWithValidationForAccessDenied", FlowError.AccessDenied, FlowError.Validation),
        FailsWith("FailsWithInternalServerForBadGateway", FlowError.BadGateway, FlowError.InternalServer),
        FailsWith(
            "FailsWithPreconditionForConflict",
            FlowError.Conflict,
            FlowError.Conflict with
            {
                Name = "PreconditionFailedException",
                Status = 412,
            }
        ),
        FailsWith("FailsWithInternalServerForDependency", FlowError.DependencyFailed, FlowError.InternalServer),
        FailsWith(
            "FailsWithUnavailableForInternalServer",
            FlowError.InternalServer,
            FlowError.InternalServer with
            {
                Status = 503,
            }
        ),
        FailsWith("FailsWithValidationForNotFound", FlowError.ResourceNotFound, FlowError.Validation),
        FailsWith("FailsWithThrottlingForQuota", FlowError.ServiceQuotaExceeded, FlowError.Throttling),
        FailsWith("FailsWithValidationForQuota", FlowError.ServiceQuotaExceeded, FlowError.Validation),
        FailsWith(
                "NamesQuotaAsValidation",
                FlowError.ServiceQuotaExceeded,
                FlowError.ServiceQuotaExceeded with
                {
                    Name = FlowError.Validation.Name,
                }
            )
            .ConfiguredBy(FailsBeforeStreams),
        FailsWith("FailsWithQuotaForThrottling", FlowError.Throttling, FlowError.ServiceQuotaExceeded),
        FailsWith(
            "FailsWithUnprocessableForValidation",
            FlowError.Validation,
            FlowError.Validation with
            {
                Name = "UnprocessableEntityException",
                Status = 422,
            }
        ),
        Row(
            "FailsWithOneErrorForAll",
            "tells every failure as 500 InternalServerException",
            ["failure/*"],
            () => Telling(_ => FlowError.InternalServer)
        ),
        Row(
                "ThrowsOneExceptionForAll",
                "throws dependencyFailedException for every failure within a stream",
                [
                    .. Offer
                        .Failing.Where(f => f.Error != FlowError.DependencyFailed)
                        .Select(f => $"failure/{f.Error.EventName}"),
                ],
                () => Telling(_ => FlowError.DependencyFailed)
            )
            .ConfiguredBy(FailsWithinStreams),
    ];

    /// <summary>One error is told as another one.</summary>
    private static Mutant FailsWith(string name, FlowError right, FlowError wrong) =>
        Row(
            name,
            $"tells {right.EventName} as {wrong.Status} {wrong.Name}",
            [$"failure/{right.EventName}"],
            () => Telling(error => error == right ? wrong : error)
        );

    private static BedrockFlowsBehaviour Telling(Func<FlowError, FlowError> change) =>
        Flows(flow =>
            flow with
            {
                FailsBeforeStream = flow.FailsBeforeStream is { } before ? change(before) : null,
                FailsWithinStream = flow.FailsWithinStream is { } within ? change(within) : null,
            }
        );
}
