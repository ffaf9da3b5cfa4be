using System.Collections.Immutable;

namespace Conformance.Reference.Defects.Pennsieve;

/// <summary>Every wrong implementation of Pennsieve's workflow runs.</summary>
internal static class PennsieveDefects
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        .. Modes.All,
        .. Content.All,
        .. Members.All,
        .. Webhooks.All,
        .. Protocol.All,
    ];
}
