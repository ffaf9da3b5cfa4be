using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;

namespace Conformance.Reference.Variants.Pennsieve;

/// <summary>How much a right implementation takes, and how it says that it takes no more.</summary>
internal static class Leniency
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new RefusesUnknownMembersOfRuns(),
        new RefusesNullMembersOfRuns(),
        new RefusesRepeatedMembersOfRuns(),
        new RefusesEmptyLabels(),
        new RefusesWithBadRequest(),
        new RefusesWithNotFound(),
        new RefusesWithConflict(),
        new AnswersRunsWithAccepted(),
        new ForbidsWithoutToken(),
    ];
}

/// <summary>Some bodies are refused.</summary>
internal abstract class RefusesRuns(string says, string allowedBy, Func<JsonElement, bool> refuses)
    : PennsieveVariant(says, allowedBy)
{
    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Correct with
        {
            ReadBody = request =>
            {
                var body = PennsieveTwists.Correct.ReadBody(request);
                return body.Refusal is null && refuses(body.Object)
                    ? body with
                    {
                        Refusal = new Refusal(400, "BadRequest", "expected other members"),
                    }
                    : body;
            },
        };
}

internal sealed class RefusesUnknownMembersOfRuns()
    : RefusesRuns(
        "refuses members that it does not know",
        "R9",
        b => b.EnumerateObject().Any(m => !Known.Contains(m.Name))
    )
{
    private static readonly ImmutableHashSet<string> Known =
    [
        "workflowInstanceId",
        "workflowInstanceConfiguration",
        "name",
        "dataSources",
        "dataTargets",
        "processorParams",
        "tags",
        "layers",
        "completionCallbackUrl",
        "completionCallbackContext",
        "executionBudgetUsd",
    ];
}

internal sealed class RefusesNullMembersOfRuns()
    : RefusesRuns(
        "refuses null for optional members",
        "R8",
        b =>
            b.EnumerateObject()
                .Any(m => m.Name != "completionCallbackContext" && m.Value.ValueKind == JsonValueKind.Null)
    );

internal sealed class RefusesRepeatedMembersOfRuns()
    : RefusesRuns(
        "refuses repeated members",
        "R13",
        b => b.EnumerateObject().Select(m => m.Name).Distinct().Count() < b.GetPropertyCount()
    );

internal sealed class RefusesEmptyLabels()
    : RefusesRuns(
        "refuses empty labels",
        "R25",
        b => b.TryGetProperty("name", out var label) && label.ValueKind == JsonValueKind.String && label.ValueEquals("")
    );

/// <summary>Every refusal has one status.</summary>
internal abstract class RefusesWith(int status) : PennsieveVariant($"refuses everything with {status}", "R25")
{
    protected sealed override PennsieveBehaviour Twist() =>
        PennsieveTwists.Refusals(r => r with { Status = r.Status is 400 or 404 or 409 or 422 ? status : r.Status });
}

internal sealed class RefusesWithBadRequest() : RefusesWith(400);

internal sealed class RefusesWithNotFound() : RefusesWith(404);

internal sealed class RefusesWithConflict() : RefusesWith(409);

internal sealed class AnswersRunsWithAccepted() : PennsieveVariant("answers a run with 202", "D2: no success status")
{
    public override string Configuration => Conventions("successStatus: 202");

    protected override PennsieveBehaviour Twist() => PennsieveTwists.Accepted(a => a with { Status = 202 });
}

internal sealed class ForbidsWithoutToken() : WantsABearerToken("answers 403 to requests without a token")
{
    protected override PennsieveBehaviour Twist() =>
        PennsieveTwists.Refusals(r => r.Status == 401 ? r with { Status = 403 } : r);
}
