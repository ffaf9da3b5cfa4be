using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.ErrorMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Errors with a wrong name, or with members that are missing or wrong.</summary>
internal static class ErrorMembers
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        ChangesErrors(
            "NamesNoError",
            "names no error",
            a => a.WithoutHeader("X-Amzn-ErrorType"),
            "*/error/ValidationException/name",
            "*/error/ConflictException/name",
            "*/error/ResourceNotFoundException/name"
        ),
        Names("NamesEveryErrorAlike", "names every error ServiceException", _ => "ServiceException", EveryError),
        Names("NamesErrorsInLowercase", "names errors in lowercase", r => r.Error.ToLowerInvariant(), EveryError),
        Names(
            "NamesNotFoundAsInvalid",
            "names what is not found a ValidationException",
            r => r.Status == 404 ? "ValidationException" : r.Error,
            ["ResourceNotFoundException"]
        ),
        Names(
            "NamesConflictAsAlreadyExists",
            "names a conflict AlreadyExistsException",
            r => r.Status == 409 ? "AlreadyExistsException" : r.Error,
            ["ConflictException"]
        ),
        Changes("GivesNoMessage", "gives no message", o => o.Remove("message"), EveryError, "message/required"),
        Changes(
            "GivesObjectAsMessage",
            "gives a message that is an object",
            Instead("message", () => new JsonObject()),
            EveryError,
            "message/type"
        ),
        Changes(
            "GivesNullAsMessage",
            "gives a message that is null",
            o => o["message"] = null,
            EveryError,
            "message/*"
        ),
        Changes("GivesNoReason", "gives no reason", o => o.Remove("reason"), Validation, "reason/required"),
        Changes(
            "GivesUnknownReason",
            "gives an unknown reason",
            Instead("reason", () => "BAD"),
            Validation,
            "reason/enum"
        ),
        Changes(
                "GivesNumberAsReason",
                "gives a number as reason",
                Instead("reason", () => 3),
                Validation,
                "reason/type"
            )
            .AlsoBreaking("*/error/ValidationException/reason/*"),
        Changes(
            "GivesNoResourceId",
            "gives no id of the resource",
            o => o.Remove("resourceId"),
            AboutResources,
            "resourceId/required"
        ),
        Changes(
            "GivesNoResourceType",
            "gives no type of the resource",
            o => o.Remove("resourceType"),
            AboutResources,
            "resourceType/required"
        ),
        Changes(
            "GivesNumberAsResourceId",
            "gives a number as id of the resource",
            Instead("resourceId", () => 17),
            AboutResources,
            "resourceId/type"
        ),
        Changes(
            "GivesNumberAsResourceType",
            "gives a number as type of the resource",
            Instead("resourceType", () => 2),
            AboutResources,
            "resourceType/type"
        ),
        ChangesRejections(
            "ListsWrongFields",
            "lists the wrong fields",
            r => r with { FieldList = r.FieldList is null ? null : [new FieldFault("somethingElse", "wrong")] },
            "CreateWorkflowRun/error/ValidationException/fieldList/names-the-member",
            "CreateWorkflowDefinition/error/ValidationException/fieldList/names-the-member"
        ),
        ListsField(
            "ListsFieldsWithoutNames",
            "lists fields without names",
            () => new JsonObject { ["message"] = "bad" },
            "fieldList[].name/required"
        ),
        ListsField(
                "ListsFieldsWithoutMessages",
                "lists fields without messages",
                () => new JsonObject { ["name"] = "modelId" },
                "fieldList[].message/required"
            )
            .AlsoBreaking("*/fieldList/names-the-member"),
        Changes(
            "ListsFieldsAsText",
            "lists fields as text",
            Instead("fieldList", () => "modelId"),
            Validation,
            "fieldList/type"
        ),
        ListsField("ListsBareNamesOfFields", "lists the names of fields alone", () => "modelId", "fieldList[]/type"),
        ListsField(
            "ListsFieldsWithNumbersAsNames",
            "lists fields by number",
            () => new JsonObject { ["name"] = 1, ["message"] = "bad" },
            "fieldList[].name/type"
        ),
        ListsField(
                "ListsFieldsWithArraysAsMessages",
                "lists fields with arrays of messages",
                () => new JsonObject { ["name"] = "modelId", ["message"] = new JsonArray("bad") },
                "fieldList[].message/type"
            )
            .AlsoBreaking("*/fieldList/names-the-member"),
    ];

    private static ImmutableArray<string> Validation => ["ValidationException"];

    private static ImmutableArray<string> AboutResources => ["ConflictException", "ResourceNotFoundException"];

    private static ImmutableArray<string> EveryError => [.. Validation, .. AboutResources];

    /// <summary>The names of these errors are wrong.</summary>
    private static Mutant Names(
        string name,
        string how,
        Func<Rejection, string> error,
        ImmutableArray<string> errors
    ) =>
        ChangesRejections(name, how, r => r with { Error = error(r) }, [.. errors.Select(e => $"*/error/{e}/name")])
            .AlsoBreaking("*/error/*/name");

    /// <summary>The JSON of errors is changed, each by the member that it has.</summary>
    private static Mutant Changes(
        string name,
        string says,
        Action<JsonObject> change,
        ImmutableArray<string> errors,
        string breaks
    ) =>
        ChangesErrors(name, says, a => a.Rewritten(change), [.. errors.Select(e => $"*/error/{e}/{breaks}")])
            .AlsoBreaking("*/error/*/type", "*/error/*/required");

    /// <summary>Puts this in the place of a member that is there.</summary>
    private static Action<JsonObject> Instead(string member, Func<JsonNode> value) =>
        o =>
        {
            if (o.ContainsKey(member))
                o[member] = value();
        };

    /// <summary>One value takes the place of the fields that are listed.</summary>
    private static Mutant ListsField(string name, string says, Func<JsonNode> field, string breaks) =>
        Changes(name, says, Instead("fieldList", () => new JsonArray(field())), Validation, breaks);
}
