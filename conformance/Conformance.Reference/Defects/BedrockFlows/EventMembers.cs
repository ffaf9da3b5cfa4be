using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.BedrockFlows;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Events with other members than the document gives them.</summary>
internal static class EventMembers
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new OmitsNodeNameOfOutput(),
        new OmitsNodeTypeOfOutput(),
        new OmitsContentOfOutput(),
        new OmitsCompletionReason(),
        new GivesNullAsNodeType(),
        new GivesNumberAsNodeName(),
        new GivesNumberAsNodeType(),
        new GivesTextAsContent(),
        new GivesArrayAsContent(),
        new GivesBooleanAsCompletionReason(),
        new GivesObjectAsCompletionReason(),
        new InventsCompletionReason(),
        new CompletesInSmallLetters(),
        new InventsNodeType(),
        new ShortensNodeType(),
        new GivesTitleAsNodeName(),
        new GivesEmptyNodeName(),
        new WritesMembersWithUnderscores(),
        new WritesMembersInPascalCase(),
    ];
}

/// <summary>One member of one kind of event is changed.</summary>
internal abstract class ChangesMember(
    string says,
    string kind,
    string member,
    Action<JsonObject> change,
    params ImmutableArray<string> breaks
) : FlowDefect(says, [.. breaks.Select(b => b.Contains('/') ? b : $"response/{kind}.{member}/{b}")])
{
    protected const string Documented = "stream/documented-events";

    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.MembersOf(kind, change);
}

/// <summary>A member that has to be there is left out.</summary>
internal abstract class OmitsMember(string kind, string member)
    : ChangesMember($"leaves out {member} of {kind}", kind, member, o => o.Remove(member), Documented, "required");

/// <summary>A member is of another kind of JSON.</summary>
internal abstract class GivesOtherKind(string kind, string member, string json)
    : ChangesMember(
        $"gives {json} as {member} of {kind}",
        kind,
        member,
        o => o[member] = JsonNode.Parse(json),
        Documented,
        "type"
    );

/// <summary>A text is none of those that companions list.</summary>
internal abstract class GivesOtherText(string kind, string member, string text, string breaks)
    : ChangesMember($"gives \"{text}\" as {member} of {kind}", kind, member, o => o[member] = text, breaks);

internal sealed class OmitsNodeNameOfOutput() : OmitsMember(FlowTwists.Output, "nodeName");

internal sealed class OmitsNodeTypeOfOutput() : OmitsMember(FlowTwists.Output, "nodeType");

internal sealed class OmitsContentOfOutput() : OmitsMember(FlowTwists.Output, "content");

internal sealed class OmitsCompletionReason() : OmitsMember(FlowTwists.Completion, "completionReason");

internal sealed class GivesNullAsNodeType()
    : ChangesMember(
        "gives null as nodeType",
        FlowTwists.Output,
        "nodeType",
        o => o["nodeType"] = null,
        Documented,
        "required"
    );

internal sealed class GivesNumberAsNodeName() : GivesOtherKind(FlowTwists.Output, "nodeName", "7");

internal sealed class GivesNumberAsNodeType() : GivesOtherKind(FlowTwists.Output, "nodeType", "2");

internal sealed class GivesTextAsContent() : GivesOtherKind(FlowTwists.Output, "content", "\"a document\"");

internal sealed class GivesArrayAsContent() : GivesOtherKind(FlowTwists.Output, "content", "[1]");

internal sealed class GivesBooleanAsCompletionReason()
    : GivesOtherKind(FlowTwists.Completion, "completionReason", "true");

internal sealed class GivesObjectAsCompletionReason()
    : GivesOtherKind(FlowTwists.Completion, "completionReason", "{\"code\":\"SUCCESS\"}");

internal sealed class InventsCompletionReason()
    : GivesOtherText(FlowTwists.Completion, "completionReason", "COMPLETED", "enum");

internal sealed class CompletesInSmallLetters()
    : GivesOtherText(FlowTwists.Completion, "completionReason", "success", "enum");

internal sealed class InventsNodeType() : GivesOtherText(FlowTwists.Output, "nodeType", "EndNode", "enum");

internal sealed class ShortensNodeType() : GivesOtherText(FlowTwists.Output, "nodeType", "Output", "enum");

internal sealed class GivesTitleAsNodeName()
    : GivesOtherText(FlowTwists.Output, "nodeName", "The output node", "pattern");

internal sealed class GivesEmptyNodeName() : GivesOtherText(FlowTwists.Output, "nodeName", "", "pattern");

/// <summary>All members have other names.</summary>
internal abstract class RenamesMembers(string says, Func<string, string> rename)
    : FlowDefect(
        says,
        "stream/documented-events",
        "response/flowOutputEvent.nodeName/required",
        "response/flowOutputEvent.nodeType/required",
        "response/flowCompletionEvent.completionReason/required"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["response/flowOutputEvent.content/required"];

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.EachEvent(e => [e.Holding(FlowTwists.Rewritten(e.Text(), Rename))]);

    private void Rename(JsonObject members)
    {
        foreach (var (name, value) in members.ToList())
        {
            members.Remove(name);
            members[rename(name)] = value;
        }
    }
}

internal sealed class WritesMembersWithUnderscores()
    : RenamesMembers(
        "writes the members of events with underscores",
        name => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{c}"))
    );

internal sealed class WritesMembersInPascalCase()
    : RenamesMembers("writes the members of events with a capital", name => char.ToUpperInvariant(name[0]) + name[1..]);
