using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;

namespace Conformance.Reference.Defects.NovaAct;

internal sealed class ListsWrongFields()
    : ChangesRefusals(
        "lists the wrong fields",
        r => r with { FieldList = r.FieldList is null ? null : [new FieldFault("somethingElse", "wrong")] },
        "CreateWorkflowRun/error/ValidationException/fieldList/names-the-member",
        "CreateWorkflowDefinition/error/ValidationException/fieldList/names-the-member"
    );

internal sealed class ListsFieldsWithoutNames()
    : ChangesErrorMembers(
        "lists fields without names",
        Field(() => new JsonObject { ["message"] = "bad" }),
        "ValidationException/fieldList[].name/required"
    );

internal sealed class ListsFieldsWithoutMessages()
    : ChangesErrorMembers(
        "lists fields without messages",
        Field(() => new JsonObject { ["name"] = "modelId" }),
        "ValidationException/fieldList[].message/required"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/fieldList/names-the-member"];
}

internal sealed class ListsFieldsAsText()
    : ChangesErrorMembers(
        "lists fields as text",
        Instead("fieldList", () => "modelId"),
        "ValidationException/fieldList/type"
    );

internal sealed class ListsBareNamesOfFields()
    : ChangesErrorMembers(
        "lists the names of fields alone",
        Field(() => "modelId"),
        "ValidationException/fieldList[]/type"
    );

internal sealed class ListsFieldsWithNumbersAsNames()
    : ChangesErrorMembers(
        "lists fields by number",
        Field(() => new JsonObject { ["name"] = 1, ["message"] = "bad" }),
        "ValidationException/fieldList[].name/type"
    );

internal sealed class ListsFieldsWithArraysAsMessages()
    : ChangesErrorMembers(
        "lists fields with arrays of messages",
        Field(() => new JsonObject { ["name"] = "modelId", ["message"] = new JsonArray("bad") }),
        "ValidationException/fieldList[].message/type"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/fieldList/names-the-member"];
}
