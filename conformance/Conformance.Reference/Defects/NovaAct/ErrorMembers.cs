using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Errors with a wrong name, or with members that are missing or wrong.</summary>
internal static class ErrorMembers
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new NamesNoError(),
        new NamesEveryErrorAlike(),
        new NamesErrorsInSmallLetters(),
        new NamesNotFoundAsInvalid(),
        new NamesConflictAsAlreadyExists(),
        new GivesNoMessage(),
        new GivesObjectAsMessage(),
        new GivesNullAsMessage(),
        new GivesNoReason(),
        new GivesUnknownReason(),
        new GivesNumberAsReason(),
        new GivesNoResourceId(),
        new GivesNoResourceType(),
        new GivesNumberAsResourceId(),
        new GivesNumberAsResourceType(),
        new ListsWrongFields(),
        new ListsFieldsWithoutNames(),
        new ListsFieldsWithoutMessages(),
        new ListsFieldsAsText(),
        new ListsBareNamesOfFields(),
        new ListsFieldsWithNumbersAsNames(),
        new ListsFieldsWithArraysAsMessages(),
    ];
}

/// <summary>The name of errors is wrong.</summary>
internal abstract class NamesErrors(string how, Func<Refusal, string> name, params ImmutableArray<string> errors)
    : ChangesRefusals(how, r => r with { Error = name(r) }, [.. errors.Select(e => $"*/error/{e}/name")])
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/error/*/name"];
}

internal sealed class NamesNoError()
    : ChangesErrors(
        "names no error",
        a => a.WithoutHeader("X-Amzn-ErrorType"),
        "*/error/ValidationException/name",
        "*/error/ConflictException/name",
        "*/error/ResourceNotFoundException/name"
    );

internal sealed class NamesEveryErrorAlike()
    : NamesErrors(
        "names every error ServiceException",
        _ => "ServiceException",
        "ValidationException",
        "ConflictException",
        "ResourceNotFoundException"
    );

internal sealed class NamesErrorsInSmallLetters()
    : NamesErrors(
        "names errors in small letters",
        r => r.Error.ToLowerInvariant(),
        "ValidationException",
        "ConflictException",
        "ResourceNotFoundException"
    );

internal sealed class NamesNotFoundAsInvalid()
    : NamesErrors(
        "names what is not found a ValidationException",
        r => r.Status == 404 ? "ValidationException" : r.Error,
        "ResourceNotFoundException"
    );

internal sealed class NamesConflictAsAlreadyExists()
    : NamesErrors(
        "names a conflict AlreadyExistsException",
        r => r.Status == 409 ? "AlreadyExistsException" : r.Error,
        "ConflictException"
    );

/// <summary>The JSON of errors is changed, each by the member that it has.</summary>
internal abstract class ChangesErrorMembers(
    string says,
    Action<JsonObject> change,
    params ImmutableArray<string> breaks
) : ChangesErrors(says, a => a.Rewritten(change), [.. breaks.Select(id => $"*/error/{id}")])
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/error/*/type", "*/error/*/required"];

    /// <summary>Puts this in the place of a member that is there.</summary>
    protected static Action<JsonObject> Instead(string member, Func<JsonNode> value) =>
        o =>
        {
            if (o.ContainsKey(member))
                o[member] = value();
        };

    /// <summary>Puts one object in the place of the fields that are listed.</summary>
    protected static Action<JsonObject> Field(Func<JsonNode> field) =>
        Instead("fieldList", () => new JsonArray(field()));
}

internal sealed class GivesNoMessage()
    : ChangesErrorMembers(
        "gives no message",
        o => o.Remove("message"),
        "ValidationException/message/required",
        "ConflictException/message/required",
        "ResourceNotFoundException/message/required"
    );

internal sealed class GivesNullAsMessage()
    : ChangesErrorMembers(
        "gives a message that is null",
        o => o["message"] = null,
        "ValidationException/message/*",
        "ConflictException/message/*",
        "ResourceNotFoundException/message/*"
    );

internal sealed class GivesObjectAsMessage()
    : ChangesErrorMembers(
        "gives a message that is an object",
        Instead("message", () => new JsonObject()),
        "ValidationException/message/type",
        "ConflictException/message/type",
        "ResourceNotFoundException/message/type"
    );

internal sealed class GivesNoReason()
    : ChangesErrorMembers("gives no reason", o => o.Remove("reason"), "ValidationException/reason/required");

internal sealed class GivesUnknownReason()
    : ChangesErrorMembers("gives an unknown reason", Instead("reason", () => "BAD"), "ValidationException/reason/enum");

internal sealed class GivesNumberAsReason()
    : ChangesErrorMembers("gives a number as reason", Instead("reason", () => 3), "ValidationException/reason/type")
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/error/ValidationException/reason/*"];
}

internal sealed class GivesNoResourceId()
    : ChangesErrorMembers(
        "gives no id of the resource",
        o => o.Remove("resourceId"),
        "ConflictException/resourceId/required",
        "ResourceNotFoundException/resourceId/required"
    );

internal sealed class GivesNoResourceType()
    : ChangesErrorMembers(
        "gives no type of the resource",
        o => o.Remove("resourceType"),
        "ConflictException/resourceType/required",
        "ResourceNotFoundException/resourceType/required"
    );

internal sealed class GivesNumberAsResourceId()
    : ChangesErrorMembers(
        "gives a number as id of the resource",
        Instead("resourceId", () => 17),
        "ConflictException/resourceId/type",
        "ResourceNotFoundException/resourceId/type"
    );

internal sealed class GivesNumberAsResourceType()
    : ChangesErrorMembers(
        "gives a number as type of the resource",
        Instead("resourceType", () => 2),
        "ConflictException/resourceType/type",
        "ResourceNotFoundException/resourceType/type"
    );
