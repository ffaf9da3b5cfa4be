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
        Refuses("RefusesWithUnprocessable", "refuses with 422", "R25", refusal => refusal with { Status = 422 })
            .ConfiguredBy(Conventions("refusalStatus: '409,422'")),
        RefusesParameters(
            "TakesAContextOnlyWithAUrl",
            "takes a context only with a URL",
            "D2:62",
            "a context is for a callback",
            asked => asked.CallbackUrl is null && asked.Context.ValueKind != JsonValueKind.Undefined
        ),
        RefusesBodies(
            "RefusesUnknownMembersOfRuns",
            "refuses members that it does not know",
            "R9",
            body => body.EnumerateObject().Any(member => !IsKnown(member.Name))
        ),
        RefusesBodies(
            "RefusesNullMembersOfRuns",
            "refuses null for optional members",
            "R8",
            body =>
                body.EnumerateObject()
                    .Any(m => m.Name != "completionCallbackContext" && m.Value.ValueKind == JsonValueKind.Null)
        ),
        RefusesBodies(
            "RefusesRepeatedMembersOfRuns",
            "refuses repeated members",
            "R13",
            body => body.EnumerateObject().Select(member => member.Name).Distinct().Count() < body.GetPropertyCount()
        ),
        RefusesBodies(
            "RefusesEmptyLabels",
            "refuses empty labels",
            "R25",
            body =>
                body.TryGetProperty("name", out var label)
                && label.ValueKind == JsonValueKind.String
                && label.ValueEquals("")
        ),
        RefusesEverythingWith("RefusesWithBadRequest", 400),
        RefusesEverythingWith("RefusesWithNotFound", 404),
        RefusesEverythingWith("RefusesWithConflict", 409),
        Row(
                "AnswersRunsWithAccepted",
                "answers a run with 202",
                "D2: no success status",
                () => Accepted(answer => answer with { Status = 202 })
            )
            .ConfiguredBy(Conventions("successStatus: 202")),
        Refuses(
                "ForbidsWithoutToken",
                "answers 403 to requests without a token",
                "R10",
                refusal => refusal.Status == 401 ? refusal with { Status = 403 } : refusal
            )
            .AskingForToken(),
        Row("AsksForABearerToken", "answers 401 to requests without a token", "R10", () => Correct).AskingForToken(),
        SpellsInstances(
            "TakesInstancesInAnySpelling",
            "takes the id of an instance in any spelling",
            id => Guid.TryParse(id, out _) ? null : "expected a UUID"
        ),
        SpellsInstances(
            "TakesInstancesInSmallLettersAlone",
            "takes the id of an instance in small letters alone",
            id => id.Any(char.IsAsciiLetterUpper) ? "expected small letters" : Correct.Members.InstanceId.Check(id)
        ),
        RefusesParameters(
                "TakesLambdaUrlsAlone",
                "calls back Lambda Function URLs alone",
                "R35",
                "no Lambda Function URL",
                asked => asked.CallbackUrl is { Host: var host } && !host.EndsWith(".on.aws", StringComparison.Ordinal)
            )
            .PerhapsUndecided(),
    ];

    /// <summary>Whatever is rejected is rejected in another way.</summary>
    private static Variant Refuses(string name, string says, string allowedBy, Func<Refusal, Refusal> change) =>
        Row(name, says, allowedBy, () => Refusing(change));

    /// <summary>Some requests are rejected whose members are valid each on its own.</summary>
    private static Variant RefusesParameters(
        string name,
        string says,
        string allowedBy,
        string message,
        Func<RunParameters, bool> refuses
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
                Correct with
                {
                    ChooseMode = asked => refuses(asked) ? Mode.Refused(Refusals.Invalid(message)) : Mode.Choose(asked),
                }
        );

    /// <summary>Some bodies are rejected.</summary>
    private static Variant RefusesBodies(string name, string says, string allowedBy, Func<JsonElement, bool> refuses) =>
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
                        return body.Refusal is null && refuses(body.Object)
                            ? body with
                            {
                                Refusal = Refusals.Invalid("expected other members"),
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
    private static Variant RefusesEverythingWith(string name, int status) =>
        Refuses(
            name,
            $"refuses everything with {status}",
            "R25",
            refusal => refusal.Status is 400 or 404 or 409 or 422 ? refusal with { Status = status } : refusal
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
