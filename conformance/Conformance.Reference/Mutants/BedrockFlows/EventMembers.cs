using System.Text.Json.Nodes;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Events with other members than the document gives them.</summary>
internal static class EventMembers
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        Omits("OmitsNodeNameOfOutput", Output, "nodeName"),
        Omits("OmitsNodeTypeOfOutput", Output, "nodeType"),
        Omits("OmitsContentOfOutput", Output, "content"),
        Omits("OmitsCompletionReason", Completion, "completionReason"),
        Row(
            "GivesNullAsNodeType",
            "gives null as nodeType",
            ["stream/documented-events", $"response/{Output}.nodeType/required"],
            () => MembersOf(Output, o => o["nodeType"] = null)
        ),
        GivesJson("GivesNumberAsNodeName", Output, "nodeName", "7"),
        GivesJson("GivesNumberAsNodeType", Output, "nodeType", "2"),
        GivesJson("GivesTextAsContent", Output, "content", "\"a document\""),
        GivesJson("GivesArrayAsContent", Output, "content", "[1]"),
        GivesJson("GivesBooleanAsCompletionReason", Completion, "completionReason", "true"),
        GivesJson("GivesObjectAsCompletionReason", Completion, "completionReason", "{\"code\":\"SUCCESS\"}"),
        GivesText("InventsCompletionReason", Completion, "completionReason", "COMPLETED", "enum"),
        GivesText("CompletesInLowercase", Completion, "completionReason", "success", "enum"),
        GivesText("InventsNodeType", Output, "nodeType", "EndNode", "enum"),
        GivesText("ShortensNodeType", Output, "nodeType", "Output", "enum"),
        GivesText("GivesTitleAsNodeName", Output, "nodeName", "The output node", "pattern"),
        GivesText("GivesEmptyNodeName", Output, "nodeName", "", "pattern"),
        RenamesMembers(
            "WritesMembersWithUnderscores",
            "writes the members of events with underscores",
            name =>
                string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{c}"))
        ),
        RenamesMembers(
            "WritesMembersInPascalCase",
            "writes the members of events with a capital",
            name => char.ToUpperInvariant(name[0]) + name[1..]
        ),
    ];

    /// <summary>A member that has to be there is left out.</summary>
    private static Mutant Omits(string name, string kind, string member) =>
        Row(
            name,
            $"leaves out {member} of {kind}",
            ["stream/documented-events", $"response/{kind}.{member}/required"],
            () => MembersOf(kind, o => o.Remove(member))
        );

    /// <summary>A member is of another kind of JSON.</summary>
    private static Mutant GivesJson(string name, string kind, string member, string json) =>
        Row(
            name,
            $"gives {json} as {member} of {kind}",
            ["stream/documented-events", $"response/{kind}.{member}/type"],
            () => MembersOf(kind, o => o[member] = JsonNode.Parse(json))
        );

    /// <summary>A text is none of those that companions list.</summary>
    private static Mutant GivesText(string name, string kind, string member, string text, string breaks) =>
        Row(
            name,
            $"gives \"{text}\" as {member} of {kind}",
            [$"response/{kind}.{member}/{breaks}"],
            () => MembersOf(kind, o => o[member] = text)
        );

    /// <summary>All members have other names.</summary>
    private static Mutant RenamesMembers(string name, string says, Func<string, string> rename) =>
        Row(
                name,
                says,
                [
                    "stream/documented-events",
                    "response/flowOutputEvent.nodeName/required",
                    "response/flowOutputEvent.nodeType/required",
                    "response/flowCompletionEvent.completionReason/required",
                ],
                () => EachEvent(e => [e.Rewritten(members => Rename(members, rename))])
            )
            .AlsoBreaking("response/flowOutputEvent.content/required");

    private static void Rename(JsonObject members, Func<string, string> rename)
    {
        foreach (var (name, value) in members.ToList())
        {
            members.Remove(name);
            members[rename(name)] = value;
        }
    }
}
