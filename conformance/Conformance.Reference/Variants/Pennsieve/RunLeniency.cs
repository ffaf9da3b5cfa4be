using System.Text.Json;
using Conformance.Reference.Http;
using Conformance.Reference.Pennsieve;
using static Conformance.Reference.Pennsieve.PennsieveTwists;
using static Conformance.Reference.Variants.Pennsieve.PennsieveVariant;

namespace Conformance.Reference.Variants.Pennsieve;

/// <summary>How much a right implementation takes, and how it says that it takes no more.</summary>
internal static class RunLeniency
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Row(
            "TakesUnknownNodesButForDataSources",
            "takes unknown nodes but for data sources",
            "R25",
            () => Correct with { DataTargets = NodeKeys.Any, ProcessorParams = NodeKeys.Any, Tags = NodeKeys.Any }
        ),
        Rejects("RejectsWithUnprocessable", "rejects with 422", "R25", rejection => rejection with { Status = 422 })
            .ConfiguredBy(Conventions("refusalStatus: '409,422'")),
        RejectsParameters(
            "TakesAContextOnlyWithAUrl",
            "takes a context only with a URL",
            "D2:62",
            "a context is for a callback",
            asked => asked.CallbackUrl is null && asked.Context.ValueKind != JsonValueKind.Undefined
        ),
        RejectsBodies(
            "RejectsUnknownMembersOfRuns",
            "rejects members that it does not know",
            "R9",
            body => body.EnumerateObject().Any(member => !IsKnown(member.Name))
        ),
        RejectsBodies(
            "RejectsNullMembersOfRuns",
            "rejects null for optional members",
            "R8",
            body =>
                body.EnumerateObject()
                    .Any(m => m.Name != "completionCallbackContext" && m.Value.ValueKind == JsonValueKind.Null)
        ),
        RejectsBodies(
            "RejectsRepeatedMembersOfRuns",
            "rejects repeated members",
            "R13",
            body => body.EnumerateObject().Select(member => member.Name).Distinct().Count() < body.GetPropertyCount()
        ),
        RejectsBodies(
            "RejectsEmptyLabels",
            "rejects empty labels",
            "R25",
            body =>
                body.TryGetProperty("name", out var label)
                && label.ValueKind == JsonValueKind.String
                && label.ValueEquals("")
        ),
        RejectsEverythingWith("RejectsWithBadRequest", 400),
        RejectsEverythingWith("RejectsWithNotFound", 404),
        RejectsEverythingWith("RejectsWithConflict", 409),
        Row(
                "RespondsToRunsWithAccepted",
                "responds to a run with 202",
                "D2: no success status",
                () => Accepted(response => response with { Status = 202 })
            )
            .ConfiguredBy(Conventions("successStatus: 202")),
        Rejects(
                "ForbidsWithoutToken",
                "responds with 403 to requests without a token",
                "R10",
                rejection => rejection.Status == 401 ? rejection with { Status = 403 } : rejection
            )
            .AskingForToken(),
        Row("AsksForABearerToken", "responds with 401 to requests without a token", "R10", () => Correct)
            .AskingForToken(),
        SpellsInstances(
            "TakesInstancesInAnySpelling",
            "takes the id of an instance in any spelling",
            id => Guid.TryParse(id, out _) ? null : "expected a UUID"
        ),
        SpellsInstances(
            "TakesLowercaseInstancesAlone",
            "takes the id of an instance in lowercase alone",
            id => id.Any(char.IsAsciiLetterUpper) ? "expected lowercase letters" : Correct.Members.InstanceId.Check(id)
        ),
        RejectsParameters(
                "TakesLambdaUrlsAlone",
                "calls back Lambda Function URLs alone",
                "R35",
                "no Lambda Function URL",
                asked => asked.CallbackUrl is { Host: var host } && !host.EndsWith(".on.aws", StringComparison.Ordinal)
            )
            .PerhapsInconclusive(),
    ];

    /// <summary>Whatever is rejected is rejected in another way.</summary>
    private static Variant Rejects(string name, string says, string allowedBy, Func<Rejection, Rejection> change) =>
        Row(name, says, allowedBy, () => Rejecting(change));

    /// <summary>Some requests are rejected whose members are valid each on its own.</summary>
    private static Variant RejectsParameters(
        string name,
        string says,
        string allowedBy,
        string message,
        Func<RunParameters, bool> rejects
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                Correct with
                {
                    ChooseMode = asked =>
                        rejects(asked) ? Mode.Rejected(Rejections.Invalid(message)) : Mode.Choose(asked),
                }
        );

    /// <summary>Some bodies are rejected.</summary>
    private static Variant RejectsBodies(string name, string says, string allowedBy, Func<JsonElement, bool> rejects) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                Correct with
                {
                    ReadBody = request =>
                    {
                        var body = Correct.ReadBody(request);
                        return body.Rejection is null && rejects(body.Object)
                            ? body with
                            {
                                Rejection = Rejections.Invalid("expected other members"),
                            }
                            : body;
                    },
                }
        );

    private static bool IsKnown(string member) =>
        member
            is "workflowInstanceId"
                or "workflowInstanceConfiguration"
                or "name"
                or "dataSources"
                or "dataTargets"
                or "processorParams"
                or "tags"
                or "layers"
                or "completionCallbackUrl"
                or "completionCallbackContext"
                or "executionBudgetUsd";

    /// <summary>Every rejection has one status.</summary>
    private static Variant RejectsEverythingWith(string name, int status) =>
        Rejects(
            name,
            $"rejects everything with {status}",
            "R25",
            rejection => rejection.Status is 400 or 404 or 409 or 422 ? rejection with { Status = status } : rejection
        );

    /// <summary>Other spellings of an instance's id are taken.</summary>
    private static Variant SpellsInstances(string name, string says, Check<string> check) =>
        Row(
            name,
            says,
            "R29",
            () =>
                Members(m => m with { InstanceId = m.InstanceId with { Check = check } }) with
                {
                    ChooseMode = asked =>
                        Mode.Choose(asked) is { InstanceId: { } id } && Guid.TryParse(id, out var known)
                            ? Mode.Existing(known.ToString("D"))
                            : Mode.Choose(asked),
                }
        );
}
