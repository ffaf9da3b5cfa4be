using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>Names as they travel, where a target's conventions make them others than the schema's.</summary>
internal static class WireNames
{
    /// <summary>The name under which the member at the top of the body travels; a name of no member stays.</summary>
    public static string WireNameOf(this Operation operation, string name) =>
        operation.Body.FirstOrDefault(m => m.Name == name)?.WireName ?? name;

    /// <summary>The members at the top of the body, named as they travel: for what looks at a body as it travels.</summary>
    public static ImmutableArray<Member> WireBody(this Operation operation) =>
        [
            .. operation.Body.Select(m =>
                m.WireName == m.Name ? m : Moved(m, m.Path.Length, m.WireName) with { Name = m.WireName }
            ),
        ];

    private static Member Moved(Member member, int length, string wireName) =>
        member with
        {
            Path = wireName + member.Path[length..],
            Members = [.. member.Members.Select(m => Moved(m, length, wireName))],
        };
}
