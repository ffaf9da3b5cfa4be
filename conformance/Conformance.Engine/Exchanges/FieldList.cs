using System.Text.Json;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>The members of the request that an error names as invalid.</summary>
internal static class FieldList
{
    private static readonly char[] Separators = ['.', '/', '[', ']', '$', '#', ' ', '"', '\''];

    /// <summary>The member of the error that lists them, or null where it lists none.</summary>
    public static Member? In(ErrorResponse error) =>
        error.Members.FirstOrDefault(m => m.Role == MemberRole.InvalidMembers);

    /// <summary>The names in the list of whichever error of the operation this is, as they stand; empty where there is no list.</summary>
    public static IReadOnlyList<string> Named(Exchange exchange, Operation operation)
    {
        if (exchange.Json() is not { ValueKind: JsonValueKind.Object } body)
            return [];
        var list = operation
            .Errors.Select(In)
            .OfType<Member>()
            .FirstOrDefault(m => ExchangeReading.Member(body, m.WireName) is { ValueKind: JsonValueKind.Array });
        return list is null ? [] : Named(ExchangeReading.Member(body, list.WireName)!.Value, list);
    }

    private static string[] Named(JsonElement list, Member described)
    {
        var naming = described.SelfAndBelow().FirstOrDefault(m => m.Role == MemberRole.InvalidMember);
        return
        [
            .. list.EnumerateArray()
                .Select(item => naming is null ? item : NameIn(item, naming))
                .Where(name => name.ValueKind == JsonValueKind.String)
                .Select(name => ReceivedJson.TryText(name, out var text) ? text : ""),
        ];
    }

    private static JsonElement NameIn(JsonElement item, Member naming) =>
        item.ValueKind == JsonValueKind.Object ? ExchangeReading.Member(item, naming.WireName) ?? default : default;

    /// <summary>Whether a name means this member and neither a parent nor a neighbour: what comes last is its own name.</summary>
    public static bool MeansItself(string named, Member member) =>
        Parts(named) is [.., var last]
        && Parts($"{member.Name}.{member.WireName}").Contains(last, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name means this member: any notation of the path serves, a parent or a part alone as well.</summary>
    public static bool MeansSame(string named, Member member)
    {
        var path = Parts($"{member.Path}.{member.WireName}");
        return Parts(named).Any(part => path.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The names on the path, without regard to how words are joined: <c>first_name</c> is <c>firstName</c>.</summary>
    private static List<string> Parts(string path) =>
        [
            .. path.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .Select(part =>
                    part.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
                ),
        ];
}
