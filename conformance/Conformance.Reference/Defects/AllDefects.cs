using System.Collections.Immutable;
using Conformance.Reference.Defects.NovaAct;

namespace Conformance.Reference.Defects;

/// <summary>Every wrong implementation, by API and subject: the one place where they are listed.</summary>
public static class AllDefects
{
    public static readonly ImmutableArray<Defect> List =
    [
        .. Presence.All,
        .. Types.All,
        .. Numbers.All,
        .. Lengths.All,
        .. Anchors.All,
        .. Alphabets.All,
        .. NarrowAlphabets.All,
        .. Bodies.All,
        .. Uris.All,
        .. Answers.All,
        .. ErrorStatuses.All,
        .. ErrorMembers.All,
        .. Tokens.All,
        .. Existence.All,
        .. Identity.All,
        .. ServerFaults.All,
        .. Rarely.All,
        .. BedrockFlows.FlowDefects.All,
        .. Pennsieve.PennsieveDefects.All,
    ];
}
