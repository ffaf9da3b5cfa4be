using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>Names so short that few of them exist: requirements that use them run one after the other.</summary>
internal static class Scarce
{
    /// <summary>Whether the member names a resource, here or in the operation that it refers to.</summary>
    public static bool IsShort(Member member) => member.Role is MemberRole.UniqueName or MemberRole.Reference;
}
