using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Flows that fail, each with another error than the one that it fails with.</summary>
internal static class WrongErrors
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new FailsWithValidationForAccessDenied(),
        new FailsWithInternalServerForBadGateway(),
        new FailsWithPreconditionForConflict(),
        new FailsWithInternalServerForDependency(),
        new FailsWithUnavailableForInternalServer(),
        new FailsWithValidationForNotFound(),
        new FailsWithThrottlingForQuota(),
        new FailsWithValidationForQuota(),
        new FailsWithQuotaForThrottling(),
        new FailsWithUnprocessableForValidation(),
        new FailsWithOneErrorForAll(),
    ];
}

/// <summary>One error is told as another one.</summary>
internal abstract class FailsWith(FlowError right, FlowError wrong)
    : FlowDefect($"tells {right.EventName} as {wrong.Status} {wrong.Name}", $"failure/{right.EventName}")
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Flows =
            [
                .. Offer.Flows.Select(flow =>
                    flow with
                    {
                        FailsBeforeStream = Told(flow.FailsBeforeStream),
                        FailsWithinStream = Told(flow.FailsWithinStream),
                    }
                ),
            ],
        };

    private FlowError? Told(FlowError? error) => error == right ? wrong : error;
}

internal sealed class FailsWithValidationForAccessDenied() : FailsWith(FlowError.AccessDenied, FlowError.Validation);

internal sealed class FailsWithInternalServerForBadGateway()
    : FailsWith(FlowError.BadGateway, FlowError.InternalServer);

internal sealed class FailsWithPreconditionForConflict()
    : FailsWith(FlowError.Conflict, FlowError.Conflict with { Name = "PreconditionFailedException", Status = 412 });

internal sealed class FailsWithInternalServerForDependency()
    : FailsWith(FlowError.DependencyFailed, FlowError.InternalServer);

internal sealed class FailsWithUnavailableForInternalServer()
    : FailsWith(FlowError.InternalServer, FlowError.InternalServer with { Status = 503 });

internal sealed class FailsWithValidationForNotFound() : FailsWith(FlowError.ResourceNotFound, FlowError.Validation);

internal sealed class FailsWithThrottlingForQuota() : FailsWith(FlowError.ServiceQuotaExceeded, FlowError.Throttling);

internal sealed class FailsWithValidationForQuota() : FailsWith(FlowError.ServiceQuotaExceeded, FlowError.Validation);

internal sealed class FailsWithQuotaForThrottling() : FailsWith(FlowError.Throttling, FlowError.ServiceQuotaExceeded);

internal sealed class FailsWithUnprocessableForValidation()
    : FailsWith(
        FlowError.Validation,
        FlowError.Validation with
        {
            Name = "UnprocessableEntityException",
            Status = 422,
        }
    );

internal sealed class FailsWithOneErrorForAll()
    : FlowDefect("tells every failure as 500 InternalServerException", "failure/*")
{
    protected override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Flows =
            [
                .. Offer.Flows.Select(flow =>
                    flow with
                    {
                        FailsBeforeStream = flow.FailsBeforeStream is null ? null : FlowError.InternalServer,
                        FailsWithinStream = flow.FailsWithinStream is null ? null : FlowError.InternalServer,
                    }
                ),
            ],
        };
}
