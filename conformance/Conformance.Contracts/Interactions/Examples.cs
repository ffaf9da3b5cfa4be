using System.Collections.Frozen;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>Legal values that people recognise; the same on every run and machine.</summary>
internal static class Examples
{
    private const string Token = "0f8fad5b-d9cb-469f-a165-70867728950e-attempt-1";
    private const string Identifier = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    private const string DefinitionArn = "arn:aws:nova-act:us-east-1:000000000000:workflow-definition/invoice-approval";

    private static readonly JsonValue Definition = new JsonText(DefinitionArn);

    private static readonly FrozenDictionary<string, string> ByLikeness = new Dictionary<string, string>
    {
        ["name"] = "invoice-approval",
        ["description"] = "Reads invoices and approves them.",
        ["bucket"] = "invoice-exports",
        ["keyPrefix"] = "runs/invoices",
        ["logGroup"] = "/workflows/invoices",
        ["version"] = "1.4.0",
        ["model"] = "nova-act-latest",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, JsonValue> ByName = new Dictionary<string, JsonValue>
    {
        ["message"] = new JsonText("The request can't be carried out."),
        ["resourceId"] = new JsonText("invoice-approval"),
        ["resourceType"] = new JsonText("WorkflowDefinition"),
        ["arn"] = Definition,
        ["workflowDefinitionArn"] = Definition,
        ["workflowRunArn"] = new JsonText($"{DefinitionArn}/workflow-run/{Identifier}"),
        ["nodeName"] = new JsonText("FlowOutputNode"),
        ["createdAt"] = new JsonText("2026-01-31T12:00:00Z"),
        ["startedAt"] = new JsonText("2026-01-31T12:00:00Z"),
        ["document"] = new JsonText("an invoice"),
        ["completionCallbackContext"] = JsonValue.Parse("""{"conversation":"42"}"""),
        ["executionBudgetUsd"] = new JsonRaw("2.5"),
    }.ToFrozenDictionary();

    /// <summary>An example of the member's value; an object comes with the members that <paramref name="keep"/> says.</summary>
    public static JsonValue Of(Member member, Func<Member, bool> keep) =>
        member switch
        {
            _ when member.Find<OneOf>() is { } one => new JsonText(one.Values[0]),
            { Role: MemberRole.IdempotencyToken } => new JsonText(Token),
            { Example: { } example } => member.Kind == JsonKind.String
                ? new JsonText(example)
                : JsonValue.Parse(example),
            { Likeness: { } likeness } => new JsonText(ByLikeness[likeness]),
            _ when ByName.TryGetValue(member.Name, out var known) => known,
            { Kind: JsonKind.Object } => new JsonObject([
                .. member.Members.Where(keep).Select(m => new JsonProperty(m.Name, Of(m, keep))),
            ]),
            { Kind: JsonKind.Array, Members: [var item, ..] } => new JsonArray([Of(item, keep)]),
            { Kind: JsonKind.Integer or JsonKind.Number } => new JsonRaw("1"),
            { Kind: JsonKind.Boolean } => new JsonRaw("true"),
            _ => new JsonText(member.Find<Pattern>() is null ? member.Name : Identifier),
        };

    /// <summary>The example as it stands in a path.</summary>
    public static string TextOf(Member member) => ((JsonText)Of(member, _ => true)).Value;
}
